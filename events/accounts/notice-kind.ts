import * as z from 'zod';

/** What a member can be told about; also the kinds a member may unsubscribe from. */
export const NoticeKind = z.enum([
  'welcome',
  'borrowed',
  'returned',
  'due-soon',
  'overdue',
  'hold-ready',
  'card-expiring',
  'order-confirmed',
  'order-cancelled',
  'order-shipped',
  'low-stock',
  'media-ready',
  'media-failed',
]);
export type NoticeKind = z.infer<typeof NoticeKind>;
