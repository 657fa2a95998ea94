import { AccountDeleted } from './accounts/account-deleted.ts';
import { AccountRegistered } from './accounts/account-registered.ts';
import { IdentityLinked } from './accounts/identity-linked.ts';
import { MemberLeft } from './accounts/member-left.ts';
import { PreferencesChanged } from './accounts/preferences-changed.ts';
import { ProfileChanged } from './accounts/profile-changed.ts';
import { RolesChanged } from './accounts/roles-changed.ts';
import { SeriesChanged } from './catalogue/series-changed.ts';
import { SeriesCreated } from './catalogue/series-created.ts';
import { SeriesGrew } from './catalogue/series-grew.ts';
import { SeriesShrank } from './catalogue/series-shrank.ts';
import { SeriesWithdrawn } from './catalogue/series-withdrawn.ts';
import { VolumeChanged } from './catalogue/volume-changed.ts';
import { VolumeCreated } from './catalogue/volume-created.ts';
import { VolumeWithdrawn } from './catalogue/volume-withdrawn.ts';
import { CommentDeleted } from './comments/comment-deleted.ts';
import { CommentEdited } from './comments/comment-edited.ts';
import { CommentPosted } from './comments/comment-posted.ts';
import type { Contract, EventOf } from './contract.ts';
import { CopiesAdded } from './inventory/copies-added.ts';
import { CopyFound } from './inventory/copy-found.ts';
import { CopyLost } from './inventory/copy-lost.ts';
import { CopyWithdrawn } from './inventory/copy-withdrawn.ts';
import { ShelfOpened } from './inventory/shelf-opened.ts';
import { CopyBroughtBack } from './lending/copy-brought-back.ts';
import { CopyLent } from './lending/copy-lent.ts';
import { HoldCancelled } from './lending/hold-cancelled.ts';
import { HoldExpired } from './lending/hold-expired.ts';
import { HoldFulfilled } from './lending/hold-fulfilled.ts';
import { HoldOffered } from './lending/hold-offered.ts';
import { HoldPlaced } from './lending/hold-placed.ts';
import { HoldPutBack } from './lending/hold-put-back.ts';
import { LoanBecameOverdue } from './lending/loan-became-overdue.ts';
import { LoanCopyLost } from './lending/loan-copy-lost.ts';
import { LoanDueSoon } from './lending/loan-due-soon.ts';
import { LoanOpened } from './lending/loan-opened.ts';
import { LoanRenewed } from './lending/loan-renewed.ts';
import { LoanReturned } from './lending/loan-returned.ts';
import { PatronBorrowed } from './lending/patron-borrowed.ts';
import { PatronBroughtBack } from './lending/patron-brought-back.ts';
import { PatronCopyLost } from './lending/patron-copy-lost.ts';
import { PatronPlacedHold } from './lending/patron-placed-hold.ts';
import { PatronRenewed } from './lending/patron-renewed.ts';
import { CardExpiring } from './membership/card-expiring.ts';
import { CardIssued } from './membership/card-issued.ts';
import { CardReinstated } from './membership/card-reinstated.ts';
import { CardRenewed } from './membership/card-renewed.ts';
import { CardSuspended } from './membership/card-suspended.ts';
import { DayBegan } from './platform/day-began.ts';
import { AlertLevelSet } from './shop/alert-level-set.ts';
import { CategoryChanged } from './shop/category-changed.ts';
import { CategoryCreated } from './shop/category-created.ts';
import { CategoryDeleted } from './shop/category-deleted.ts';
import { CategoryGrew } from './shop/category-grew.ts';
import { CategoryShrank } from './shop/category-shrank.ts';
import { OrderCancellationRequested } from './shop/order-cancellation-requested.ts';
import { OrderCancelled } from './shop/order-cancelled.ts';
import { OrderConfirmed } from './shop/order-confirmed.ts';
import { OrderFailed } from './shop/order-failed.ts';
import { OrderNeedsAttention } from './shop/order-needs-attention.ts';
import { OrderPaymentAuthorized } from './shop/order-payment-authorized.ts';
import { OrderPaymentCaptured } from './shop/order-payment-captured.ts';
import { OrderPaymentRefunded } from './shop/order-payment-refunded.ts';
import { OrderPaymentVoided } from './shop/order-payment-voided.ts';
import { OrderPlaced } from './shop/order-placed.ts';
import { OrderResumed } from './shop/order-resumed.ts';
import { OrderShipped } from './shop/order-shipped.ts';
import { OrderShippingArranged } from './shop/order-shipping-arranged.ts';
import { OrderShippingCancelled } from './shop/order-shipping-cancelled.ts';
import { OrderStepGaveUp } from './shop/order-step-gave-up.ts';
import { OrderStepRefused } from './shop/order-step-refused.ts';
import { OrderStockReleased } from './shop/order-stock-released.ts';
import { OrderStockReserved } from './shop/order-stock-reserved.ts';
import { ProductChanged } from './shop/product-changed.ts';
import { ProductCreated } from './shop/product-created.ts';
import { ProductWithdrawn } from './shop/product-withdrawn.ts';
import { StockAdjusted } from './shop/stock-adjusted.ts';
import { StockCommitted } from './shop/stock-committed.ts';
import { StockOpened } from './shop/stock-opened.ts';
import { StockRanLow } from './shop/stock-ran-low.ts';
import { StockReleased } from './shop/stock-released.ts';
import { StockReserved } from './shop/stock-reserved.ts';
import { StockReturned } from './shop/stock-returned.ts';

/** Every event there is. */
export const catalog = [
  AccountRegistered,
  RolesChanged,
  ProfileChanged,
  PreferencesChanged,
  IdentityLinked,
  AccountDeleted,
  MemberLeft,
  CardIssued,
  CardRenewed,
  CardSuspended,
  CardReinstated,
  CardExpiring,
  SeriesCreated,
  SeriesChanged,
  SeriesGrew,
  SeriesShrank,
  SeriesWithdrawn,
  VolumeCreated,
  VolumeChanged,
  VolumeWithdrawn,
  ShelfOpened,
  CopiesAdded,
  CopyWithdrawn,
  CopyLost,
  CopyFound,
  CopyLent,
  CopyBroughtBack,
  HoldPlaced,
  HoldOffered,
  HoldPutBack,
  HoldCancelled,
  HoldExpired,
  HoldFulfilled,
  LoanOpened,
  LoanReturned,
  LoanBecameOverdue,
  LoanRenewed,
  LoanDueSoon,
  LoanCopyLost,
  PatronBorrowed,
  PatronBroughtBack,
  PatronRenewed,
  PatronCopyLost,
  PatronPlacedHold,
  CommentPosted,
  CommentEdited,
  CommentDeleted,
  CategoryCreated,
  CategoryChanged,
  CategoryDeleted,
  CategoryGrew,
  CategoryShrank,
  ProductCreated,
  ProductChanged,
  ProductWithdrawn,
  StockOpened,
  AlertLevelSet,
  StockAdjusted,
  StockReserved,
  StockReleased,
  StockCommitted,
  StockReturned,
  StockRanLow,
  OrderPlaced,
  OrderStockReserved,
  OrderPaymentAuthorized,
  OrderShippingArranged,
  OrderPaymentCaptured,
  OrderConfirmed,
  OrderCancellationRequested,
  OrderStepRefused,
  OrderStepGaveUp,
  OrderPaymentRefunded,
  OrderShippingCancelled,
  OrderPaymentVoided,
  OrderStockReleased,
  OrderCancelled,
  OrderFailed,
  OrderNeedsAttention,
  OrderResumed,
  OrderShipped,
  DayBegan,
] as const;

export type BunkoEvent = EventOf<(typeof catalog)[number]>;
export type EventType = BunkoEvent['type'];

const byType: ReadonlyMap<string, Contract> = new Map(catalog.map((contract) => [contract.type, contract]));

/** The contract of a type, or undefined when nobody ever declared it. */
export const contractOf = (type: string): Contract | undefined => byType.get(type);
