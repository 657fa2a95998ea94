import type { BunkoEvent, EventType } from './catalog.ts';

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
  'catalogue-shelf': ['catalogue.series-created', 'catalogue.volume-created'],
  'open-shelf': ['catalogue.volume-created'],
  availability: [
    'inventory.shelf-opened',
    'inventory.copies-added',
    'inventory.copy-withdrawn',
    'lending.copy-lent',
    'lending.copy-brought-back',
  ],
  'loan-sheet': ['lending.loan-opened', 'lending.loan-returned', 'lending.loan-became-overdue'],
  'notice-overdue': ['platform.day-began'],
  records: ['lending.loan-opened', 'lending.loan-returned', 'lending.loan-became-overdue'],
  ranking: ['lending.loan-opened'],
  notices: [
    'accounts.account-registered',
    'lending.loan-opened',
    'lending.loan-returned',
    'lending.loan-became-overdue',
  ],
} as const satisfies Record<string, readonly EventType[]>;

export type Listener = keyof typeof subscriptions;

/** The events a listener hears. */
export type HeardBy<L extends Listener> = Extract<BunkoEvent, { type: (typeof subscriptions)[L][number] }>;
