import type { BunkoEvent, EventType } from './catalog.ts';

/** Everything that is told of series and volumes. */
const WHOLE_CATALOGUE = [
  'catalogue.series-created',
  'catalogue.series-changed',
  'catalogue.series-grew',
  'catalogue.series-shrank',
  'catalogue.series-withdrawn',
  'catalogue.volume-created',
  'catalogue.volume-changed',
  'catalogue.volume-withdrawn',
] as const satisfies readonly EventType[];

const STOCK = [
  'shop.stock-opened',
  'shop.stock-adjusted',
  'shop.alert-level-set',
  'shop.stock-reserved',
  'shop.stock-committed',
  'shop.stock-released',
  'shop.stock-returned',
  'shop.stock-ran-low',
] as const satisfies readonly EventType[];
const PRODUCTS = [
  'shop.product-created',
  'shop.product-changed',
  'shop.product-withdrawn',
] as const satisfies readonly EventType[];

/** Everything that is told of orders. */
const WHOLE_ORDER = [
  'shop.order-placed',
  'shop.order-stock-reserved',
  'shop.order-payment-authorized',
  'shop.order-shipping-arranged',
  'shop.order-payment-captured',
  'shop.order-confirmed',
  'shop.order-shipped',
  'shop.order-cancellation-requested',
  'shop.order-step-refused',
  'shop.order-step-gave-up',
  'shop.order-payment-refunded',
  'shop.order-shipping-cancelled',
  'shop.order-payment-voided',
  'shop.order-stock-released',
  'shop.order-needs-attention',
  'shop.order-resumed',
  'shop.order-cancelled',
  'shop.order-failed',
] as const satisfies readonly EventType[];

/**
 * Who listens to what. Stacks make the mappings and filters from it, listeners take their types from it: removing a
 * line, or forgetting a reaction to one, does not compile.
 */
export const subscriptions = {
  'forget-member': ['accounts.account-deleted'],
  'forget-inbox': ['accounts.account-deleted'],
  'issue-card': ['accounts.account-registered'],
  'member-card': [
    'membership.card-issued',
    'membership.card-renewed',
    'membership.card-suspended',
    'membership.card-reinstated',
    'membership.card-expiring',
  ],
  'notice-expiring': ['platform.day-began'],
  'catalogue-shelf': WHOLE_CATALOGUE,
  'search-index': [...WHOLE_CATALOGUE, ...PRODUCTS],
  'open-shelf': ['catalogue.volume-created'],
  availability: [
    'inventory.shelf-opened',
    'inventory.copies-added',
    'inventory.copy-withdrawn',
    'inventory.copy-lost',
    'inventory.copy-found',
    'lending.copy-lent',
    'lending.copy-brought-back',
    'lending.hold-placed',
    'lending.hold-offered',
    'lending.hold-put-back',
    'lending.hold-cancelled',
    'lending.hold-expired',
    'lending.hold-fulfilled',
  ],
  'copy-history': ['inventory.copies-added', 'inventory.copy-withdrawn', 'inventory.copy-lost', 'inventory.copy-found'],
  holds: [
    'lending.hold-placed',
    'lending.hold-offered',
    'lending.hold-put-back',
    'lending.hold-cancelled',
    'lending.hold-expired',
    'lending.hold-fulfilled',
  ],
  'expire-holds': ['platform.day-began'],
  'cancel-holds': ['accounts.member-left', 'catalogue.volume-withdrawn'],
  'settle-lost-copy': ['inventory.copy-lost'],
  'loan-sheet': [
    'lending.loan-opened',
    'lending.loan-renewed',
    'lending.loan-became-overdue',
    'lending.loan-copy-lost',
    'lending.loan-returned',
  ],
  'notice-due-soon': ['platform.day-began'],
  'notice-overdue': ['platform.day-began'],
  records: [
    'lending.loan-opened',
    'lending.loan-renewed',
    'lending.loan-became-overdue',
    'lending.loan-copy-lost',
    'lending.loan-returned',
  ],
  ranking: [
    'lending.loan-opened',
    'catalogue.volume-created',
    'catalogue.volume-changed',
    'catalogue.volume-withdrawn',
  ],
  categories: [
    'shop.category-created',
    'shop.category-changed',
    'shop.category-deleted',
    'shop.category-grew',
    'shop.category-shrank',
  ],
  products: [...PRODUCTS, ...STOCK],
  'stock-history': STOCK,
  comments: ['comments.comment-posted', 'comments.comment-edited', 'comments.comment-deleted'],
  'start-order-saga': ['shop.order-placed', 'shop.order-cancellation-requested'],
  'ship-orders': ['platform.day-began'],
  orders: WHOLE_ORDER,
  'order-statistics': WHOLE_ORDER,
  notices: [
    'accounts.account-registered',
    'lending.loan-opened',
    'lending.loan-renewed',
    'lending.loan-due-soon',
    'lending.loan-became-overdue',
    'lending.loan-copy-lost',
    'lending.loan-returned',
    'lending.hold-offered',
    'membership.card-expiring',
    'shop.order-confirmed',
    'shop.order-cancelled',
    'shop.order-failed',
    'shop.order-shipped',
    'shop.stock-ran-low',
  ],
  librarians: ['accounts.account-registered', 'accounts.roles-changed', 'accounts.account-deleted'],
} as const satisfies Record<string, readonly EventType[]>;

export type Listener = keyof typeof subscriptions;

/** The events a listener hears. */
export type HeardBy<L extends Listener> = Extract<BunkoEvent, { type: (typeof subscriptions)[L][number] }>;
