import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../kafka/eventually.ts';
import type { InvokeResult } from '../ports.ts';
import { crashed, type KafkaTrial, openKafkaTrial, succeeded, textOf } from './kafka-trial.ts';

let trial: KafkaTrial;
beforeAll(async () => {
  trial = await openKafkaTrial();
});
afterAll(() => trial.close());
beforeEach(() => trial.nextTopic());

describe('the Kafka mapping', () => {
  it("gives the function AWS's payload, several partitions in one", async () => {
    await trial.send(0, 'first', 'second');
    await trial.produce({
      messages: [
        { partition: 2, key: 'volume-1', value: 'third', timestamp: '1700000000000', headers: { ce_type: 'lent' } },
      ],
    });
    const { payloads, activity, stop } = await trial.mapped(() => succeeded);
    await eventually(async () => (await activity.pending()).length === 0);
    await stop();

    expect(payloads).toHaveLength(1);
    const [payload] = payloads;
    expect(payload).toMatchObject({
      eventSource: 'aws:kafka',
      eventSourceArn: 'arn:aws:kafka:us-east-1:000000000000:cluster/bunko/1',
      bootstrapServers: trial.scratch.broker.brokers[0],
    });
    expect(payload?.records[`${trial.topic}-0`]?.map(({ offset, value }) => [offset, textOf(value)])).toEqual([
      [0, 'first'],
      [1, 'second'],
    ]);
    expect(payload?.records[`${trial.topic}-2`]).toEqual([
      {
        topic: trial.topic,
        partition: 2,
        offset: 0,
        timestamp: 1_700_000_000_000,
        timestampType: 'CREATE_TIME',
        key: Buffer.from('volume-1').toString('base64'),
        value: Buffer.from('third').toString('base64'),
        headers: [{ ce_type: [...Buffer.from('lent')] }],
      },
    ]);
  });

  it('delivers a new record within a long poll, and counts it as pending until it is committed', async () => {
    const entered = Promise.withResolvers<void>();
    const leave = Promise.withResolvers<InvokeResult>();
    const { activity, stop } = await trial.mapped(() => {
      entered.resolve();
      return leave.promise;
    });
    await trial.send(1, 'only');
    expect(await activity.pending()).toHaveLength(1);
    await entered.promise;
    expect(await activity.pending()).toHaveLength(1);
    expect(trial.committed(1)).toBeUndefined();
    leave.resolve(succeeded);
    await eventually(async () => (await activity.pending()).length === 0);
    expect(trial.committed(1)).toBe(1);
    await stop();
  });

  it('delivers again what was worked on but not committed', async () => {
    await trial.send(0, 'lost answer');
    const first = await trial.mapped(() => crashed);
    await eventually(() => first.calls.length > 0);
    await first.stop();
    expect(trial.committed(0)).toBeUndefined();

    const second = await trial.mapped(() => succeeded);
    await eventually(() => trial.committed(0) === 1);
    await second.stop();
    expect(second.calls).toEqual([['lost answer']]);
  });

  it('delivers again what was done when the cluster went away before the commit', async () => {
    await trial.send(0, 'done once');
    const first = await trial.mapped(async () => {
      await trial.scratch.broker.stop();
      return succeeded;
    });
    await eventually(() => first.calls.length > 0);
    await first.stop();
    await trial.scratch.restart();
    expect(trial.committed(0)).toBeUndefined();

    const second = await trial.mapped(() => succeeded);
    await eventually(() => trial.committed(0) === 1);
    await second.stop();
    expect([...first.calls, ...second.calls]).toEqual([['done once'], ['done once']]);
  });

  it('begins at the end with LATEST, and loses nothing between two starts', async () => {
    await trial.send(0, 'before');
    const first = await trial.mapped(() => succeeded, { StartingPosition: 'LATEST' });
    await first.stop();
    await trial.send(0, 'between');
    const second = await trial.mapped(() => succeeded, { StartingPosition: 'LATEST' });
    await eventually(() => trial.committed(0) === 2);
    await second.stop();
    expect([...first.calls, ...second.calls]).toEqual([['between']]);
  });

  it('fills batches up to their size while the window is open', async () => {
    const { calls, stop } = await trial.mapped(() => succeeded, { MaximumBatchingWindowInSeconds: 300, BatchSize: 3 });
    await trial.send(0, 'a', 'b');
    await trial.send(0, 'c', 'd');
    await eventually(() => trial.committed(0) === 3);
    await stop();
    expect(calls).toEqual([['a', 'b', 'c']]);
  });

  it('goes on after the broker was away', async () => {
    const { calls, stop } = await trial.mapped(() => succeeded);
    await trial.send(0, 'before');
    await eventually(() => trial.committed(0) === 1);
    await trial.scratch.restart();
    await trial.send(0, 'after');
    await eventually(() => trial.committed(0) === 2);
    await stop();
    expect(calls.flat()).toEqual(['before', 'after']);
  });
});
