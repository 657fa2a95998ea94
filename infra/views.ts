import type { Listener } from '../events/subscriptions.ts';

/** A secondary index of a read model: a list in another order. Absent attributes are not indexed. */
export interface ViewIndex {
  name: string;
  partition: string;
  sort: string;
}

/** The read models, each a table with `pk` and `sk`, and the lists they are read by. */
export const views = {
  'member-card': [{ name: 'awaited-by-last-day', partition: 'endState', sort: 'endsOn' }],
  catalogue: [
    { name: 'by-title', partition: 'listed', sort: 'titleKey' },
    { name: 'by-author', partition: 'listed', sort: 'authorKey' },
    { name: 'by-genre', partition: 'listed', sort: 'genreKey' },
    { name: 'by-first-publication', partition: 'listed', sort: 'firstPublishedKey' },
    { name: 'by-publication', partition: 'listed', sort: 'publishedKey' },
    { name: 'of-series-by-publication', partition: 'seriesId', sort: 'publishedKey' },
    { name: 'of-series-by-number', partition: 'seriesId', sort: 'numberKey' },
  ],
  search: [],
  availability: [],
  'copy-history': [],
  'loan-sheet': [{ name: 'open-by-due-day', partition: 'openState', sort: 'openDueOn' }],
  holds: [{ name: 'offers-by-end', partition: 'offeredState', sort: 'offeredUntil' }],
  records: [],
  ranking: [{ name: 'by-place', partition: 'bucket', sort: 'place' }],
  categories: [],
  products: [
    { name: 'by-name', partition: 'listed', sort: 'nameKey' },
    { name: 'by-price', partition: 'listed', sort: 'priceKey' },
    { name: 'by-creation', partition: 'listed', sort: 'createdKey' },
    { name: 'low-by-name', partition: 'low', sort: 'nameKey' },
  ],
  'stock-history': [],
  comments: [{ name: 'of-author', partition: 'author', sort: 'commentId' }],
  orders: [
    { name: 'by-placing', partition: 'listed', sort: 'place' },
    { name: 'by-status', partition: 'status', sort: 'place' },
    { name: 'of-member', partition: 'memberId', sort: 'place' },
    { name: 'by-tracking-number', partition: 'tracked', sort: 'place' },
    { name: 'confirmed-by-day', partition: 'awaits', sort: 'confirmedOn' },
  ],
  'order-statistics': [],
  librarians: [{ name: 'by-role', partition: 'role', sort: 'memberId' }],
  inbox: [],
} as const satisfies Readonly<Record<string, readonly ViewIndex[]>>;
export type ViewName = keyof typeof views;

/**
 * The read models that are projections, by the listener that follows for each: they can be rebuilt from the event table. The
 * inbox is none: which notices its member has read is in it and nowhere else.
 */
export const projections = {
  'member-card': 'member-card',
  catalogue: 'catalogue-shelf',
  search: 'search-index',
  availability: 'availability',
  'copy-history': 'copy-history',
  'loan-sheet': 'loan-sheet',
  holds: 'holds',
  records: 'records',
  ranking: 'ranking',
  categories: 'categories',
  products: 'products',
  'stock-history': 'stock-history',
  comments: 'comments',
  orders: 'orders',
  'order-statistics': 'order-statistics',
  librarians: 'librarians',
} as const satisfies Partial<Record<ViewName, Listener>>;
export type ProjectionName = keyof typeof projections;
