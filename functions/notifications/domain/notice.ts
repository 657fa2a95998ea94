import type { AccountRegistered } from '../../../events/accounts/account-registered.ts';
import type { Language } from '../../../events/accounts/language.ts';
import type { NoticeKind } from '../../../events/accounts/notice-kind.ts';
import type { MemberId, VolumeId } from '../../../events/ids.ts';
import type { HoldOffered } from '../../../events/lending/hold-offered.ts';
import type { LoanBecameOverdue } from '../../../events/lending/loan-became-overdue.ts';
import type { LoanDueSoon } from '../../../events/lending/loan-due-soon.ts';
import type { LoanOpened } from '../../../events/lending/loan-opened.ts';
import type { LoanReturned } from '../../../events/lending/loan-returned.ts';
import type { CardExpiring } from '../../../events/membership/card-expiring.ts';
import { wordsIn } from './words/words.ts';

/** The events that give a member something to know. */
export type NoticedEvent =
  | AccountRegistered
  | LoanOpened
  | LoanDueSoon
  | LoanBecameOverdue
  | LoanReturned
  | HoldOffered
  | CardExpiring;

/** Something that a notice names, with its page on the library's site. */
export interface NamedVolume {
  title: string;
  link: string;
}

/** What a member is told, in one language: a title of one line, volumes if it is about any, some lines, and where to go on. */
export interface Notice {
  memberId: MemberId;
  kind: NoticeKind;
  language: Language;
  title: string;
  volumes: readonly NamedVolume[];
  lines: readonly string[];
  /** What the button to `link` says. */
  button: string;
  /** A path on the library's site. */
  link: string;
}

const kinds = {
  'accounts.account-registered': 'welcome',
  'lending.loan-opened': 'borrowed',
  'lending.loan-returned': 'returned',
  'lending.loan-due-soon': 'due-soon',
  'lending.loan-became-overdue': 'overdue',
  'lending.hold-offered': 'hold-ready',
  'membership.card-expiring': 'card-expiring',
} as const satisfies Record<NoticedEvent['type'], NoticeKind>;

/** The page of a volume. */
export const pageOf = (volumeId: VolumeId): string => `/volumes/${volumeId}`;

/** The one thing that an event gives its member to know. */
export const noticeOf = (event: NoticedEvent, language: Language): Notice => ({
  memberId: event.data.memberId,
  kind: kinds[event.type],
  language,
  volumes: volumesIn(event),
  link: linkOf(event),
  ...wordsIn(language).toldOf(event),
});

const volumesIn = (event: NoticedEvent): readonly NamedVolume[] => {
  if ('items' in event.data) return event.data.items.map(({ title, volumeId }) => ({ title, link: pageOf(volumeId) }));
  if (event.type !== 'lending.hold-offered') return [];
  return [{ title: event.data.title, link: pageOf(event.data.volumeId) }];
};

const linkOf = (event: NoticedEvent): string => {
  switch (event.type) {
    case 'accounts.account-registered':
      return '/';
    case 'lending.hold-offered':
      return pageOf(event.data.volumeId);
    case 'membership.card-expiring':
      return '/account';
    case 'lending.loan-opened':
    case 'lending.loan-due-soon':
    case 'lending.loan-became-overdue':
    case 'lending.loan-returned':
      return '/loans';
  }
};

/** A notice as the inbox keeps it: one text of several lines. */
export const bodyOf = ({ volumes, lines }: Pick<Notice, 'volumes' | 'lines'>): string =>
  [...volumes.map(({ title }) => `- ${title}`), ...lines].join('\n');
