import { Kafka, logLevel } from 'kafkajs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { crashed, type KafkaTrial, openKafkaTrial, succeeded } from '../event-sources/kafka-trial.ts';
import { eventually } from '../kafka/eventually.ts';
import { type ScratchBroker, scratchBroker } from '../kafka/scratch-broker.ts';
import { jsonLog } from '../log.ts';
import type { InvokeResult } from '../ports.ts';
import type { FaultRule } from './fault-plan.ts';
import { firedIn, givenFaults } from './given-faults.ts';

const HELD_MS = 60_000;

describe('records of a topic', () => {
  let trial: KafkaTrial;
  beforeAll(async () => {
    trial = await openKafkaTrial();
  });
  afterAll(() => trial.close());
  beforeEach(() => trial.nextTopic());

  /** A mapping over four records of one partition, under one rule. */
  const given = async (rule: Omit<FaultRule, 'at'>, answer: () => InvokeResult = () => succeeded) => {
    await trial.send(0, '1', '2', '3', '4');
    const faults = givenFaults([{ at: 'kafka', target: trial.topic, ...rule }]);
    const mapped = await trial.mapped(answer, {}, faults);
    const letGo = () => faults.replace({ seed: 1, rules: [] });
    const idle = async () => eventually(async () => (await mapped.activity.pending()).length === 0);
    return { ...mapped, faults, letGo, idle };
  };

  it('that come twice are delivered now and once more, and are not committed before', async () => {
    const { calls, letGo, idle, activity, stop } = await given({ kind: 'duplicate', times: 2, delayMs: HELD_MS });
    await eventually(() => calls.length === 1);
    expect(await activity.pending()).not.toEqual([]);
    letGo();
    await idle();
    await stop();
    expect(calls).toEqual([
      ['1', '2', '3', '4'],
      ['1', '2'],
    ]);
    expect(trial.committed(0)).toBe(4);
  });

  it('that are delayed come later in their order', async () => {
    const { calls, letGo, idle, faults, stop } = await given({ kind: 'delay', times: 1, delayMs: HELD_MS });
    await eventually(async () => (await faults.activity.pending()).length === 1);
    expect(calls).toEqual([]);
    letGo();
    await idle();
    await stop();
    expect(calls).toEqual([['1', '2', '3', '4']]);
  });

  it('that are reordered change places, later ones pass those held back, and the commit does not', async () => {
    const { calls, letGo, idle, faults, stop } = await given({ kind: 'reorder', times: 4, delayMs: HELD_MS });
    await eventually(() => firedIn(faults)[0] === 4);
    await trial.send(0, '5');
    await eventually(() => calls.flat().includes('5'));
    const early = calls.flat();
    const firstHeld = ['1', '2', '3', '4'].findIndex((value) => !early.includes(value));
    expect(trial.committed(0) ?? 0).toBeLessThanOrEqual(firstHeld);
    letGo();
    await idle();
    await stop();
    expect(calls.flat().toSorted()).toEqual(['1', '2', '3', '4', '5']);
    expect(early.length).toBeLessThan(5);
    expect(trial.committed(0)).toBe(5);
  });

  it('that are held back when the mapping stops come again after the next start', async () => {
    const { faults, stop } = await given({ kind: 'delay', delayMs: HELD_MS });
    await eventually(async () => (await faults.activity.pending()).length === 1);
    const stopping = stop();
    await faults.stop();
    await stopping;
    const again = await trial.mapped(() => succeeded);
    await eventually(() => trial.committed(0) === 4);
    await again.stop();
    expect(again.calls.flat()).toEqual(['1', '2', '3', '4']);
  });

  it('that are held back and then fail are tried until they are done', async () => {
    const answers = [succeeded, crashed];
    const { calls, idle, stop } = await given(
      { kind: 'duplicate', times: 1, delayMs: 0 },
      () => answers.shift() ?? succeeded,
    );
    await idle();
    await stop();
    expect(calls).toEqual([['1', '2', '3', '4'], ['1'], ['1']]);
  });
});

describe('producing as a function does', () => {
  let scratch: ScratchBroker;
  const faults = givenFaults([]);
  beforeAll(async () => {
    scratch = await scratchBroker(jsonLog({ write: () => {} }), faults);
    scratch.broker.createTopic('loans', 1);
  });
  afterAll(() => scratch.discard());

  const produce = async (rule: Omit<FaultRule, 'at'>, brokers = scratch.broker.functionBrokers) => {
    faults.replace({ seed: 1, rules: [{ at: 'kafka', target: 'loans', ...rule }] });
    const before = scratch.broker.endOffset('loans', 0);
    const producer = new Kafka({
      brokers,
      logLevel: logLevel.NOTHING,
      retry: { initialRetryTime: 10, retries: 2 },
    }).producer();
    await producer.connect();
    const send = () => producer.send({ topic: 'loans', messages: [{ value: 'x' }] }).catch((error: unknown) => error);
    const answer = await send();
    const again = await send();
    await producer.disconnect();
    return { answer, again, stored: scratch.broker.endOffset('loans', 0) - before };
  };
  const appended = [expect.objectContaining({ errorCode: 0 })];

  it('stores what loses its answer, and the client sends it again', async () => {
    expect(await produce({ kind: 'lose-answer', times: 1 })).toEqual({ answer: appended, again: appended, stored: 3 });
  });

  it('stores nothing when it fails', async () => {
    const { answer, again, stored } = await produce({ kind: 'error', times: 1 });
    expect([answer, again, stored]).toMatchObject([{ type: 'UNKNOWN' }, appended, 1]);
  });

  it('is told to wait when it is throttled, and its records are stored once', async () => {
    const { answer, stored } = await produce({ kind: 'throttle', times: 1, delayMs: 20 });
    expect([answer, stored]).toEqual([[expect.objectContaining({ errorCode: 0 })], 2]);
    expect(firedIn(faults)).toEqual([1]);
  });

  it('gets no answer while it hangs, then loses its connection and sends again', async () => {
    expect(await produce({ kind: 'hang', times: 1, delayMs: 30 })).toEqual({
      answer: appended,
      again: appended,
      stored: 2,
    });
  });

  it('meets no fault at the address for everybody else', async () => {
    const { answer, stored } = await produce({ kind: 'error' }, scratch.broker.brokers);
    expect([answer, stored, firedIn(faults)]).toEqual([appended, 2, [0]]);
  });
});
