import { describe, expect, it } from 'vitest';
import type { Rating } from '../../../../events/comments/rating.ts';
import type { Recorded } from '../../../../events/envelope.ts';
import { MemberId } from '../../../../events/ids.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import { type Random, seeded } from '../../../../tests/chaos/random.ts';
import { inMemoryEventStore } from '../../../platform/event-store/in-memory.ts';
import { recorded } from '../../../platform/listener/phrases.ts';
import { severalRows } from '../../../platform/projection.ts';
import { inMemoryViewStore } from '../../../platform/view-store/in-memory.ts';
import { aki, ben, deleted, edited, moon, posted } from '../../phrases.ts';
import { comments } from './project.ts';
import { averageOf } from './ratings.ts';
import { COMMENTS, factsIn, SummaryRow, summaryKey } from './view.ts';

const told = ({ type, data }: HeardBy<'comments'>, version = 1): Recorded =>
  recorded(type, `main#comment#${data.commentId}`, version, data);

/** Applies events as they arrive; the store has all of them, as it does before anybody is told. */
const shelf = async (history: readonly Recorded[], arrivals: readonly Recorded[] = history) => {
  const [view, store] = [inMemoryViewStore(), inMemoryEventStore()];
  for (const event of history) {
    const { head } = await store.read(event.stream);
    await store.commit({ id: event.id, appends: [{ head, events: [event] }], metadata: event.metadata });
  }
  const apply = severalRows(comments, view, store);
  for (const event of arrivals) await apply(event);
  const { row } = await view.get(summaryKey(moon));
  const summary = row ? SummaryRow.parse(row) : { comments: 0, raters: 0, sum: 0 };
  const { rows } = await view.query({ partition: ['pk', moon], range: COMMENTS, descending: true, limit: 1_000 });
  return {
    count: summary.comments,
    average: averageOf(summary),
    texts: rows.flatMap((one) => factsIn(one)?.text ?? []),
    own: async (author: MemberId) =>
      (await view.query({ partition: ['author', author], range: { attribute: 'commentId' }, limit: 10 })).rows.length,
  };
};

describe('the comments of a volume', () => {
  it('come newest first, as they were said last, without those that were deleted', async () => {
    const { texts, count, own } = await shelf([
      told(posted({ id: 'c1', text: 'first' })),
      told(posted({ id: 'c2', text: 'second', by: ben })),
      told(posted({ id: 'c3', text: 'third' })),
      told(edited({ id: 'c1', text: 'first, again' }), 2),
      told(deleted({ id: 'c2', by: ben }), 2),
    ]);
    expect([texts, count]).toEqual([['third', 'first, again'], 2]);
    expect([await own(aki), await own(ben)]).toEqual([2, 0]);
  });
});

describe('the average rating of a volume', () => {
  const averageAfter = async (...events: readonly [HeardBy<'comments'>, number?][]) =>
    (await shelf(events.map(([event, version]) => told(event, version)))).average;

  it('is nothing without ratings', async () => expect(await averageAfter([posted()])).toBeNull());

  it('has one decimal', async () =>
    expect(
      await averageAfter(
        [posted({ id: 'c1', rating: 5 })],
        [posted({ id: 'c2', by: ben, rating: 4 })],
        [posted({ id: 'c3', by: MemberId.parse('cho'), rating: 4 })],
      ),
    ).toBe(4.3));

  it('counts the latest rating of each member once', async () =>
    expect(
      await averageAfter(
        [posted({ id: 'c1', rating: 1, at: '2026-05-01T00:00:00.000Z' })],
        [posted({ id: 'c2', rating: 5, at: '2026-05-02T00:00:00.000Z' })],
        [posted({ id: 'c3', by: ben, rating: 4 })],
      ),
    ).toBe(4.5));

  it('goes back to the rating before when the latest is taken back or deleted', async () => {
    const before = [posted({ id: 'c1', rating: 1, at: '2026-05-01T00:00:00.000Z' })] as [HeardBy<'comments'>];
    const latest = [posted({ id: 'c2', rating: 5, at: '2026-05-02T00:00:00.000Z' })] as [HeardBy<'comments'>];
    expect(await averageAfter(before, latest, [edited({ id: 'c2' }), 2])).toBe(1);
    expect(await averageAfter(before, latest, [deleted({ id: 'c2' }), 2])).toBe(1);
    expect(await averageAfter(before, [deleted({ id: 'c1' }), 2])).toBeNull();
  });

  it('takes a rating that is changed as given anew, and one that stays as given when it was', async () => {
    const first = [posted({ id: 'c1', rating: 1, at: '2026-05-01T00:00:00.000Z' })] as [HeardBy<'comments'>];
    const second = [posted({ id: 'c2', rating: 5, at: '2026-05-02T00:00:00.000Z' })] as [HeardBy<'comments'>];
    const at = '2026-05-03T00:00:00.000Z';
    expect(await averageAfter(first, second, [edited({ id: 'c1', rating: 2, at }), 2])).toBe(2);
    expect(await averageAfter(first, second, [edited({ id: 'c1', rating: 1, text: 'x', at }), 2])).toBe(5);
  });
});

/** What a naive reader of the whole history, in its order, would say. */
const naive = (history: readonly Recorded[]) => {
  const events = history as readonly Recorded[] as readonly Recorded<HeardBy<'comments'>>[];
  const said = new Map<string, { member: MemberId; text: string; rating: Rating | undefined; at: string }>();
  for (const { type, data } of events)
    if (type === 'comments.comment-deleted') said.delete(data.commentId);
    else {
      const before = said.get(data.commentId);
      const at = type === 'comments.comment-posted' ? data.postedAt : data.editedAt;
      const kept = before?.rating === data.rating ? (before?.at ?? at) : at;
      said.set(data.commentId, { member: data.memberId, text: data.text, rating: data.rating, at: kept });
    }
  const latest = new Map<MemberId, { at: string; rating: Rating }>();
  for (const { member, rating, at } of said.values())
    if (rating !== undefined && !(at < (latest.get(member)?.at ?? ''))) latest.set(member, { at, rating });
  const ratings = [...latest.values()].map(({ rating }) => rating);
  const sum = ratings.reduce<number>((total, rating) => total + rating, 0);
  return {
    count: said.size,
    average: ratings.length === 0 ? null : Math.round((sum * 10) / ratings.length) / 10,
    texts: [...said].toSorted(([a], [b]) => (a < b ? 1 : -1)).map(([, { text }]) => text),
  };
};

/** A history that chance decides: members post, edit and delete; no two things happen at one moment. */
const historyOf = (random: Random): readonly Recorded[] => {
  const alive = new Map<string, { id: string; by: MemberId; version: number }>();
  return Array.from({ length: 60 }, (_, moment) => {
    const at = new Date(Date.UTC(2026, 4, 1, 0, moment)).toISOString();
    const said = { at, text: `t${moment}`, rating: random.chance(0.3) ? undefined : random.between(1, 5) };
    if (alive.size === 0 || random.chance(0.4)) {
      const fresh = { id: `c${String(moment).padStart(3, '0')}`, by: MemberId.parse(`m${random.between(1, 4)}`) };
      alive.set(fresh.id, { ...fresh, version: 1 });
      return told(posted({ ...said, ...fresh }));
    }
    const { id, by, version } = random.pick([...alive.values()]);
    if (random.chance(0.3)) {
      alive.delete(id);
      return told(deleted({ id, by, at }), version + 1);
    }
    alive.set(id, { id, by, version: version + 1 });
    return told(edited({ ...said, id, by }), version + 1);
  });
};

describe('comments that arrive in any order and several times', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('show what history says (seed %i)', async (seed) => {
    const random = seeded(seed);
    const history = historyOf(random);
    const { own: _, ...shown } = await shelf(history, random.shuffled([...history, ...history]));
    expect(shown).toEqual(naive(history));
  });
});
