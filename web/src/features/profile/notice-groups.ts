import type { NoticeKind } from '../../../../events/accounts/notice-kind.ts';

/** The kinds of mail as a member thinks of them. A kind that is left out here does not compile. */
const groupOfKind = {
  welcome: 'library',
  borrowed: 'library',
  returned: 'library',
  'due-soon': 'library',
  overdue: 'library',
  'hold-ready': 'library',
  'card-expiring': 'library',
  'order-confirmed': 'shop',
  'order-cancelled': 'shop',
  'order-shipped': 'shop',
  'low-stock': 'shop',
  'media-ready': 'media',
  'media-failed': 'media',
} as const satisfies Record<NoticeKind, string>;

export const noticeGroups = ['library', 'shop', 'media'] as const;
export type NoticeGroup = (typeof noticeGroups)[number];

export const kindsOf = (group: NoticeGroup, kinds: readonly NoticeKind[]): readonly NoticeKind[] =>
  kinds.filter((kind) => groupOfKind[kind] === group);
