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
  DayBegan,
] as const;

export type BunkoEvent = EventOf<(typeof catalog)[number]>;
export type EventType = BunkoEvent['type'];

const byType: ReadonlyMap<string, Contract> = new Map(catalog.map((contract) => [contract.type, contract]));

/** The contract of a type, or undefined when nobody ever declared it. */
export const contractOf = (type: string): Contract | undefined => byType.get(type);
