import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../aws/given-aws.ts';
import { givenStreams } from '../event-sources/given-stream.ts';
import type { InvokeResult } from '../ports.ts';
import type { FaultRule } from './fault-plan.ts';
import { firedIn, givenFaults } from './given-faults.ts';

let streams: Awaited<ReturnType<typeof givenStreams>>;
beforeAll(async () => {
  streams = await givenStreams();
});
afterAll(() => streams.stop());

const done: InvokeResult = { ok: true, payload: null };
const failed: InvokeResult = { ok: false, errorType: 'Error', errorMessage: 'it broke' };
const HELD_MS = 60_000;

/** A mapping over four records of one item, under one rule. */
const given = async (rule: Omit<FaultRule, 'at'>, answer: () => InvokeResult = () => done) => {
  const table = await streams.newTable();
  await streams.write(table, 'a', 'a', 'a', 'a');
  const faults = givenFaults([{ at: 'stream', target: table, ...rule }]);
  const letGo = () => faults.replace({ seed: 1, rules: [] });
  return { table, faults, letGo, ...streams.start(table, {}, answer, faults) };
};

describe('records of a stream', () => {
  it('that come twice are delivered now and once more, and the mapping is not idle between', async () => {
    const { seen, activity, letGo, idle } = await given({ kind: 'duplicate', times: 2, delayMs: HELD_MS });
    await eventually(() => seen().length === 1);
    expect(await activity.pending()).not.toEqual([]);
    letGo();
    await idle();
    expect(seen()).toEqual([
      ['1', '2', '3', '4'],
      ['1', '2'],
    ]);
  });

  it('that are delayed come later in their order', async () => {
    const { seen, activity, letGo, idle } = await given({ kind: 'delay', times: 1, delayMs: HELD_MS });
    await eventually(async () => (await activity.pending()).length === 1);
    expect(seen()).toEqual([]);
    letGo();
    await idle();
    expect(seen()).toEqual([['1', '2', '3', '4']]);
  });

  it('that are reordered change places, within their key, and later ones pass those held back', async () => {
    const { table, seen, faults, letGo, idle } = await given({ kind: 'reorder', times: 4, delayMs: HELD_MS });
    await eventually(() => firedIn(faults)[0] === 4);
    await streams.write(table, 'd');
    await eventually(() => seen().flat().includes('5'));
    const early = seen().flat();
    letGo();
    await idle();
    const late = seen().flat().slice(early.length);
    expect(late.length).toBeGreaterThan(0);
    expect([...early, ...late].toSorted()).toEqual(['1', '2', '3', '4', '5']);
    expect([...early, ...late]).not.toEqual(['1', '2', '3', '4', '5']);
  });

  it('that are held back when the mapping stops come again after the next start', async () => {
    const first = await given({ kind: 'reorder', times: 4, delayMs: HELD_MS });
    await eventually(() => first.seen().length === 1);
    const early = first.seen().flat();
    expect(early.length).toBeLessThan(4);
    const stopping = first.mappings.stop();
    await first.faults.stop();
    await stopping;
    expect(first.seen().flat()).toEqual(early);
    const second = streams.start(first.table, {}, () => done);
    await second.idle();
    expect(second.seen().flat()).toEqual(['1', '2', '3', '4']);
  });

  it('that are held back and then fail are tried until they are done', async () => {
    const answers = [done, failed, failed];
    const rule: Omit<FaultRule, 'at'> = { kind: 'duplicate', times: 1, delayMs: 0 };
    const { seen, idle } = await given(rule, () => answers.shift() ?? done);
    await idle();
    expect(seen()).toEqual([['1', '2', '3', '4'], ['1'], ['1'], ['1']]);
  });
});
