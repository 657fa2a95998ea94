import { describe, expect, it } from 'vitest';
import { addDays, BusinessDay, firstOfMonth, mondayOf } from '../../../../events/business-day.ts';
import type { Recorded } from '../../../../events/envelope.ts';
import { topOf } from '../../../../events/views/ranking.ts';
import { type Random, seeded } from '../../../../tests/chaos/random.ts';
import { inMemoryEventStore } from '../../../platform/event-store/in-memory.ts';
import { recorded } from '../../../platform/listener/phrases.ts';
import { severalRows } from '../../../platform/projection.ts';
import { inMemoryViewStore } from '../../../platform/view-store/in-memory.ts';
import { type Period, windowOf } from './period.ts';
import { ranking } from './project.ts';
import { ranked } from './ranked.ts';

const PERIODS: readonly Period[] = ['current-week', 'last-week', 'last-month', 'all-time'];
const START = BusinessDay.parse('2026-04-20');
/** The last moment of a Sunday that ends a month's first week, in Tokyo; the next belongs to another week. */
const NOW = new Date('2026-06-07T14:59:59Z');

const at = (event: Recorded, day: BusinessDay, hour: number): Recorded => {
  const occurredAt = new Date(Date.parse(`${day}T00:00:00+09:00`) + hour * 3_600_000).toISOString();
  return { ...event, metadata: { ...event.metadata, occurredAt } };
};
const titleOf = (volumeId: string, edition: number) => `title ${volumeId}${edition > 0 ? ` ${edition}` : ''}`;
interface Volume {
  volumeId: string;
  edition: number;
  version: number;
  isWithdrawn: boolean;
}
const lent = ({ volumeId, edition }: Volume, loan: number, day: BusinessDay): Recorded => {
  const item = { volumeId, copyId: 'c', seriesId: 's', title: titleOf(volumeId, edition), number: 1 };
  const data = { loanId: `l${loan}`, memberId: 'aki', cardId: 'k', borrowedOn: day, dueOn: day, items: [item] };
  return at(recorded('lending.loan-opened', `main#loan#l${loan}`, 1, data), day, 12);
};
const told = (what: string, { volumeId, edition, version }: Volume, day: BusinessDay, hour: number): Recorded => {
  const title = titleOf(volumeId, edition);
  const data = { volumeId, seriesId: 's', title, number: 1, publishedOn: '2025-04-01', initialCopies: 1 };
  return at(recorded(`catalogue.volume-${what}`, `main#volume#${volumeId}`, version, data), day, hour);
};

/** Seven weeks of a library: volumes are borrowed, corrected at night and withdrawn, as chance has it. */
const historyOf = (random: Random): readonly Recorded[] => {
  const volumes: Volume[] = ['a', 'b', 'c', 'd', 'e'].map((volumeId) => ({
    volumeId,
    edition: 0,
    version: 1,
    isWithdrawn: false,
  }));
  let loans = 0;
  const created = volumes.map((volume) => told('created', volume, START, 0));
  const days = Array.from({ length: 49 }, (_, index) => addDays(START, index));
  const daily = days.flatMap((day) => {
    const borrowed = volumes.filter(({ isWithdrawn }) => !isWithdrawn && random.chance(0.6));
    const events = borrowed.map((volume) => lent(volume, ++loans, day));
    const volume = random.pick(volumes);
    if (volume.isWithdrawn || random.chance(0.8)) return events;
    volume.version++;
    volume.isWithdrawn = random.chance(0.1);
    if (!volume.isWithdrawn) volume.edition++;
    return [...events, told(volume.isWithdrawn ? 'withdrawn' : 'changed', volume, day, 23)];
  });
  return [...created, ...daily];
};

/** What a naive reader of the whole history, in its order, would say. */
const naive = (history: readonly Recorded[], period: Period) => {
  const { from, to } = windowOf(period, NOW);
  const titles = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const { type, data } of history as readonly { type: string; data: Record<string, never> }[])
    if (type === 'catalogue.volume-withdrawn') titles.delete(data.volumeId ?? '');
    else if (type !== 'lending.loan-opened') titles.set(data.volumeId ?? '', data.title ?? '');
    else if ((from === null || (data.borrowedOn ?? '') >= from) && (data.borrowedOn ?? '') <= to)
      for (const { volumeId } of (data.items ?? []) as { volumeId: string }[])
        counts.set(volumeId, (counts.get(volumeId) ?? 0) + 1);
  const rows = [...counts].flatMap(([volumeId, count]) => {
    const title = titles.get(volumeId);
    return title === undefined ? [] : [{ title, count }];
  });
  return rows
    .toSorted((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1))
    .map(({ title, count }) => [1 + rows.filter((other) => other.count > count).length, title, count]);
};

describe('a ranking of events that arrive in any order and several times', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is what history says, in every window (seed %i)', async (seed) => {
    const random = seeded(seed);
    const history = historyOf(random);
    const [view, store] = [inMemoryViewStore(), inMemoryEventStore()];
    for (const event of history) {
      const { head } = await store.read(event.stream);
      await store.commit({ id: event.id, appends: [{ head, events: [event] }], metadata: event.metadata });
    }
    const apply = severalRows(ranking, view, store);
    for (const event of random.shuffled([...history, ...history])) await apply(event);
    for (const period of PERIODS) {
      const { rows } = await view.query(topOf(windowOf(period, NOW).bucket, 100));
      const shown = ranked(rows).map(({ rank, title, borrowCount }) => [rank, title, borrowCount]);
      expect(shown, period).toEqual(naive(history, period));
    }
  });

  it('tells weeks and months apart where both turn', () => {
    const monday = BusinessDay.parse('2026-06-01');
    expect([mondayOf(monday), firstOfMonth(monday)]).toEqual([monday, monday]);
    const { to } = windowOf('last-month', NOW);
    expect(addDays(to, 1)).toBe(monday);
  });
});
