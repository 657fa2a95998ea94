import type { Recorded } from '../../../events/envelope.ts';
import { noticeOf } from '../../../functions/notifications/domain/notice.ts';
import { notificationIdOf } from '../../../functions/notifications/notification-id.ts';
import { type Property, repeated, type Told, told } from './aftermath.ts';

const kinds = [
  'accounts.account-registered',
  'lending.loan-opened',
  'lending.loan-returned',
  'lending.loan-became-overdue',
  'lending.loan-due-soon',
  'lending.hold-offered',
  'membership.card-expiring',
] as const;
const noticed = (events: readonly Told[]) =>
  kinds
    .flatMap((kind): readonly Extract<Told, { type: (typeof kinds)[number] }>[] => told(events, kind))
    .map((event) => {
      const { memberId } = event.data;
      const { kind } = noticeOf(event, memberId, 'en');
      return { memberId, id: notificationIdOf(event, kind), what: `${kind} of ${event.stream} ${event.version}` };
    });

const compared = (what: string, expected: readonly { id: string; what: string }[], found: readonly string[]) => {
  const known = new Map(expected.map((one) => [one.id, one.what]));
  return [
    ...expected.filter(({ id }) => !found.includes(id)).map((one) => `no ${what}: ${one.what}`),
    ...found.filter((id) => !known.has(id)).map((id) => `a ${what} of nothing: ${id}`),
    ...repeated(found).map((id) => `the ${what} came more than once: ${known.get(id)}`),
  ];
};

/** The provider took one mail for each notice. */
export const mailsGoOutOnce: Property = ({ events, world: { provider } }) =>
  compared(
    'mail',
    noticed(events),
    provider.outbox.map(({ key }) => key),
  );

/** Every notice is in its member's inbox once, and nothing else is. */
export const inboxesAreRight: Property = async ({ events, world: { inbox } }) => {
  const expected = noticed(events);
  const found: string[] = [];
  for (const memberId of new Set(expected.map((one) => one.memberId))) {
    const { items } = await inbox.entries({ memberId, unreadOnly: false, limit: 1_000 });
    found.push(...items.map(({ notificationId }) => notificationId));
  }
  return compared('message', expected, found);
};

const once = (what: string, events: readonly Recorded[]) =>
  repeated(events.map(({ stream }) => stream)).map((stream) => `${stream} was ${what} twice`);

/** What may happen once in the life of a thing happens once; what must happen, happens. */
export const reactionsCameOnce: Property = ({ events }) => {
  const cards = new Set(told(events, 'membership.card-issued').map(({ data }) => data.memberId));
  const shelves = new Map(
    told(events, 'inventory.shelf-opened').map(({ data }) => [data.volumeId, data.copyIds.length]),
  );
  return [
    ...once('issued', told(events, 'membership.card-issued')),
    ...once('opened', told(events, 'inventory.shelf-opened')),
    ...once('returned', told(events, 'lending.loan-returned')),
    ...once('overdue', told(events, 'lending.loan-became-overdue')),
    ...once('due soon', told(events, 'lending.loan-due-soon')),
    ...told(events, 'accounts.account-registered')
      .filter(({ data }) => !cards.has(data.memberId))
      .map(({ data }) => `${data.memberId} never got a card`),
    ...told(events, 'catalogue.volume-created')
      .filter(({ data }) => shelves.get(data.volumeId) !== data.initialCopies)
      .map(({ data }) => `the shelf of ${data.volumeId} did not open with its first copies`),
  ];
};

/** Whatever was due before the last day that began, and is still out, was noticed. */
export const overdueLoansWereNoticed: Property = ({ events }) => {
  const today = told(events, 'platform.day-began').at(-1)?.data.day ?? '';
  const known = new Set(
    [
      ...told(events, 'lending.loan-returned'),
      ...told(events, 'lending.loan-became-overdue'),
      ...told(events, 'lending.loan-copy-lost').filter(({ data }) => data.ended),
    ].map(({ data }) => data.loanId),
  );
  const dates = [...told(events, 'lending.loan-opened'), ...told(events, 'lending.loan-renewed')];
  return [...new Map(dates.map(({ data }) => [data.loanId, data.dueOn]))]
    .filter(([loanId, dueOn]) => dueOn < today && !known.has(loanId))
    .map(([loanId, dueOn]) => `the loan ${loanId} was due on ${dueOn} and nobody noticed`);
};
