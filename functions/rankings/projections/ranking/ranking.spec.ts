import { describe, expect, it } from 'vitest';
import type { Recorded } from '../../../../events/envelope.ts';
import { topOf } from '../../../../events/views/ranking.ts';
import { inMemoryEventStore } from '../../../platform/event-store/in-memory.ts';
import { inTurn } from '../../../platform/in-turn.ts';
import { recorded } from '../../../platform/listener/phrases.ts';
import { severalRows } from '../../../platform/projection.ts';
import { inMemoryViewStore } from '../../../platform/view-store/in-memory.ts';
import { ranking } from './project.ts';
import { ranked } from './ranked.ts';

let loans = 0;
const item = (volumeId: string, title = volumeId) => ({ volumeId, copyId: 'c', seriesId: 's', title, number: 1 });
const loan = (items: ReturnType<typeof item>[], borrowedOn = '2026-05-01', occurredAt?: string): Recorded => {
  const loanId = `l${++loans}`;
  const data = { loanId, memberId: 'aki', cardId: 'k', borrowedOn, dueOn: '2026-05-15', items };
  const event = recorded('lending.loan-opened', `main#loan#${loanId}`, 1, data);
  return occurredAt === undefined ? event : { ...event, metadata: { ...event.metadata, occurredAt } };
};

const volumeTold = (what: string, volumeId: string, version: number, title = volumeId): Recorded =>
  recorded(`catalogue.volume-${what}`, `main#volume#${volumeId}`, version, {
    volumeId,
    seriesId: 's',
    title,
    number: 1,
    publishedOn: '2025-04-01',
    initialCopies: 1,
  });

const counting = () => {
  const view = inMemoryViewStore();
  const apply = severalRows(ranking, view, inMemoryEventStore());
  const top = async (bucket: string, limit = 10) => {
    const { rows } = await view.query(topOf(bucket, limit));
    return ranked(rows);
  };
  const summary = async (bucket: string) =>
    (await top(bucket)).map(({ rank, title, borrowCount }) => [rank, title, borrowCount]);
  return { view, apply, top, summary };
};

describe('a ranking', () => {
  it('counts each volume of a loan once in its week, its month and for all time', async () => {
    const { apply, summary } = counting();
    await apply(loan([item('a'), item('b')], '2026-05-03'));
    await apply(loan([item('a')], '2026-05-04'));
    expect(await summary('week#2026-04-27')).toEqual([
      [1, 'a', 1],
      [1, 'b', 1],
    ]);
    expect(await summary('week#2026-05-04')).toEqual([[1, 'a', 1]]);
    expect(await summary('month#2026-05')).toEqual([
      [1, 'a', 2],
      [2, 'b', 1],
    ]);
    expect(await summary('all')).toEqual(await summary('month#2026-05'));
    expect(await summary('month#2026-04')).toEqual([]);
  });

  it('gives ties one rank and goes on behind them: 1, 1, 3, then titles by code point', async () => {
    const { apply, summary } = counting();
    for (const [index, title] of ['い', 'あ', 'あ 2', 'Z', 'b'].entries())
      await apply(loan([item(`v${index}`, title)]));
    for (const [index, title] of ['い', 'あ'].entries()) await apply(loan([item(`v${index}`, title)]));
    expect(await summary('all')).toEqual([
      [1, 'あ', 2],
      [1, 'い', 2],
      [3, 'Z', 1],
      [3, 'b', 1],
      [3, 'あ 2', 1],
    ]);
  });

  it('puts ten above nine', async () => {
    const { apply, summary } = counting();
    for (let count = 0; count < 10; count++) await apply(loan([item('ten')]));
    for (let count = 0; count < 9; count++) await apply(loan([item('nine')]));
    expect(await summary('all')).toEqual([
      [1, 'ten', 10],
      [2, 'nine', 9],
    ]);
  });

  it('reads no further than its limit', async () => {
    const { apply, top } = counting();
    await apply(loan([item('a'), item('b'), item('c')]));
    expect(await top('all', 2)).toHaveLength(2);
  });

  it('counts a loan that is told twice once', async () => {
    const { apply, summary } = counting();
    const told = loan([item('a')]);
    await apply(told);
    await apply(told);
    expect(await summary('all')).toEqual([[1, 'a', 1]]);
  });

  it('shows the title of the loan that was opened last, whichever is told last', async () => {
    const { apply, top } = counting();
    await apply(loan([item('a', 'new title')], '2026-05-02', '2026-05-02T00:00:00.000Z'));
    await apply(loan([item('a', 'old title')], '2026-05-01', '2026-05-01T00:00:00.000Z'));
    expect(await top('all')).toMatchObject([{ title: 'new title', borrowCount: 2, coverUrl: null }]);
  });

  it('shows a volume as the catalogue has it, whichever is told first', async () => {
    const opened = loan([item('a', 'old title')], '2026-05-01', '2026-05-01T00:00:00.000Z');
    const changed = volumeTold('changed', 'a', 2, 'new title');
    for (const events of [
      [opened, volumeTold('created', 'a', 1), changed],
      [volumeTold('created', 'a', 1), changed, opened],
    ]) {
      const { apply, summary } = counting();
      for (const event of events) await apply(event);
      expect(await summary('all')).toEqual([[1, 'new title', 1]]);
    }
  });

  it('leaves a withdrawn volume out, also when a loan of it is told late', async () => {
    const { apply, summary } = counting();
    await apply(loan([item('a'), item('b')]));
    await apply(volumeTold('created', 'a', 1));
    await apply(volumeTold('withdrawn', 'a', 2));
    await apply(loan([item('a')]));
    expect(await summary('all')).toEqual([[1, 'b', 1]]);
  });

  it('never lists a volume that was changed and not borrowed', async () => {
    const { apply, summary } = counting();
    await apply(volumeTold('created', 'a', 1));
    await apply(volumeTold('changed', 'a', 2));
    expect(await summary('all')).toEqual([]);
  });

  it('counts all of many loans of one volume that are told at once by several functions', async () => {
    const { apply, summary } = counting();
    const functions = [inTurn(), inTurn(), inTurn()];
    const told = Array.from({ length: 60 }, () => loan([item('hot')]));
    await Promise.all([...told, ...told].map((event, index) => functions[index % 3]?.(['hot'], () => apply(event))));
    expect(await summary('all')).toEqual([[1, 'hot', 60]]);
  });
});
