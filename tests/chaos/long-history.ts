import { addDays, BusinessDay } from '../../events/business-day.ts';
import type { BunkoEvent } from '../../events/catalog.ts';
import { CardId, CommentId, CopyId, HoldId, LoanId, MemberId, SeriesId, VolumeId } from '../../events/ids.ts';
import { streamName } from '../../events/stream-name.ts';
import type { Category } from '../../events/topics.ts';
import type { EventStore, Head } from '../../functions/platform/event-store/port.ts';
import { ordering } from './long-orders.ts';
import type { Random } from './random.ts';
import { selling, shopBeginnings } from './shop-history.ts';

/** One event and the stream it belongs to. */
type Written = readonly [category: Category, id: string, event: BunkoEvent];

const [SERIES, VOLUMES, MEMBERS, COPIES] = [100, 1_000, 2_000, 4] as const;
const FIRST_DAY = BusinessDay.parse('2025-01-01');

const volumeId = (number: number) => VolumeId.parse(`v${number}`);
const memberId = (number: number) => MemberId.parse(`m${number}`);
const seriesId = (number: number) => SeriesId.parse(`s${number}`);

/** The library before anybody borrows: series, volumes with their shelves, members with their cards. */
function* beginnings(): Generator<readonly Written[]> {
  for (let one = 0; one < SERIES; one++) {
    const data = { seriesId: seriesId(one), title: `Series ${one}`, author: 'a', genre: 'g', publisher: 'p' };
    const published = { ...data, firstPublishedOn: '2025-01-01' };
    yield [['series', `s${one}`, { type: 'catalogue.series-created', data: published }]];
  }
  for (let one = 0; one < VOLUMES; one++) {
    const id = volumeId(one);
    const told = { seriesId: seriesId(one % SERIES), title: `Volume ${one}`, number: one, publishedOn: '2025-01-01' };
    const copyIds = Array.from({ length: COPIES }, (_, copy) => CopyId.parse(`${id}-${copy + 1}`));
    yield [
      ['volume', id, { type: 'catalogue.volume-created', data: { volumeId: id, initialCopies: COPIES, ...told } }],
      ['shelf', id, { type: 'inventory.shelf-opened', data: { volumeId: id, copyIds } }],
    ];
  }
  for (let one = 0; one < MEMBERS; one++) {
    const data = { memberId: memberId(one), cardId: CardId.parse(`c${one}`), issuedOn: FIRST_DAY };
    const issued = { ...data, validUntil: addDays(FIRST_DAY, 730) };
    yield [['card', `m${one}`, { type: 'membership.card-issued', data: issued }]];
    const account = { memberId: memberId(one), name: '', email: '', roles: ['member' as const] };
    yield [['account', `m${one}`, { type: 'accounts.account-registered', data: account }]];
  }
}

interface Lent {
  loanId: LoanId;
  memberId: MemberId;
  volume: number;
  copyId: CopyId;
  items: { volumeId: VolumeId; copyId: CopyId; seriesId: SeriesId; title: string; number: number }[];
  day: BusinessDay;
}

const opened = (random: Random, number: number): Lent => {
  const volume = random.between(0, VOLUMES - 1);
  const copyId = CopyId.parse(`v${volume}-${random.between(1, COPIES)}`);
  const item = { volumeId: volumeId(volume), copyId, seriesId: seriesId(volume % SERIES) };
  const items = [{ ...item, title: `Volume ${volume}`, number: volume }];
  const day = addDays(FIRST_DAY, Math.floor(number / 300));
  return {
    loanId: LoanId.parse(`l${number}`),
    memberId: memberId(random.between(0, MEMBERS - 1)),
    volume,
    copyId,
    items,
    day,
  };
};

const lending = ({ loanId, memberId, volume, copyId, items, day }: Lent): readonly Written[] => {
  const data = { loanId, memberId, cardId: CardId.parse('c'), borrowedOn: day, dueOn: addDays(day, 14), items };
  return [
    ['loan', loanId, { type: 'lending.loan-opened', data }],
    [
      'shelf',
      `v${volume}`,
      { type: 'lending.copy-lent', data: { volumeId: volumeId(volume), copyId, loanId, memberId } },
    ],
  ];
};
const returning = ({ loanId, memberId, volume, copyId, items, day }: Lent): readonly Written[] => {
  const lateFee = { amount: 0, currency: 'JPY' as const };
  const data = { loanId, memberId, returnedOn: addDays(day, 3), daysLate: 0, lateFee, items };
  return [
    ['loan', loanId, { type: 'lending.loan-returned', data }],
    [
      'shelf',
      `v${volume}`,
      { type: 'lending.copy-brought-back', data: { volumeId: volumeId(volume), copyId, loanId } },
    ],
  ];
};

/** What members say of volumes: a comment, which is edited or deleted now and then. */
function* saying(random: Random, number: number, { day, memberId, volume }: Lent): Generator<readonly Written[]> {
  const commentId = CommentId.parse(`said${number}`);
  const said = { commentId, volumeId: volumeId(volume), memberId };
  const rated = { ...said, text: `Words ${number}`, rating: random.between(1, 5) };
  const at = `${day}T00:00:00.000Z`;
  yield [['comment', commentId, { type: 'comments.comment-posted', data: { ...rated, postedAt: at } }]];
  if (random.chance(0.3)) {
    const edited = { ...said, text: 'Other words', editedAt: at };
    yield [['comment', commentId, { type: 'comments.comment-edited', data: edited }]];
  }
  if (random.chance(0.1))
    yield [['comment', commentId, { type: 'comments.comment-deleted', data: { ...said, deletedAt: at } }]];
}

/** What happens to a shelf beside the loans: somebody waits for a while; a copy comes, is lost and found. */
function* keeping(number: number, { day, memberId, volume }: Lent): Generator<readonly Written[]> {
  const id = volumeId(volume);
  const at = `${day}T01:00:00.000Z`;
  const hold = { holdId: HoldId.parse(`h${number}`), memberId, volumeId: id };
  const onShelf = (event: BunkoEvent): readonly Written[] => [['shelf', id, event]];
  const placed = { ...hold, title: `Volume ${volume}`, place: number + 1, placedAt: at };
  yield onShelf({ type: 'lending.hold-placed', data: placed });
  const copyId = CopyId.parse(`${id}-more-${number}`);
  const reason = 'bought';
  yield onShelf({ type: 'inventory.copies-added', data: { volumeId: id, copyIds: [copyId], reason } });
  yield onShelf({ type: 'inventory.copy-lost', data: { volumeId: id, copyId, loanId: null, reason: 'missing' } });
  const cancelled = { ...hold, copyId: null, because: 'given-up' as const, cancelledAt: at };
  yield onShelf({ type: 'lending.hold-cancelled', data: cancelled });
  if (number % 2 === 0)
    yield onShelf({ type: 'inventory.copy-found', data: { volumeId: id, copyId, reason: 'behind the shelf' } });
}

/** Commits without end: the beginnings, then members who borrow, say something, order, and mostly bring back. Nobody decides here. */
export function* longHistory(random: Random): Generator<readonly Written[]> {
  yield* beginnings();
  yield* shopBeginnings();
  const out: Lent[] = [];
  for (let number = 0; ; number++) {
    const lent = opened(random, number);
    out.push(lent);
    yield lending(lent);
    const back = random.chance(0.9) ? out.splice(random.between(0, out.length - 1), 1) : [];
    for (const one of back) yield returning(one);
    if (random.chance(0.1)) yield* saying(random, number, lent);
    if (random.chance(0.03)) yield* keeping(number, lent);
    if (random.chance(0.05)) yield* ordering(random, number, lent.memberId);
    if (random.chance(0.05)) yield* selling(random, number);
  }
}

/** Writes commits one after the other, each behind what is there. */
export const writer = (store: EventStore) => {
  const heads = new Map<string, Head>();
  let count = 0;
  return async (written: readonly Written[]): Promise<void> => {
    const appends = written.map(([category, id, event]) => {
      const stream = streamName(category, id);
      return { head: heads.get(stream) ?? store.unwritten(stream), events: [event] };
    });
    const actor = { kind: 'operator' as const, id: 'history' };
    const metadata = { correlationId: 'h', causationId: 'h', actor, occurredAt: '2025-01-01T00:00:00.000Z' };
    const result = await store.commit({ id: `c${count++}`, appends, metadata });
    if (result.outcome !== 'committed') throw new Error('somebody else writes here');
    for (const head of result.heads) heads.set(head.stream, head);
  };
};
