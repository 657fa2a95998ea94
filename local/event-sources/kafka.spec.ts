import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../kafka/eventually.ts';
import type { InvokeResult } from '../ports.ts';
import { crashed, failedAt, type KafkaTrial, openKafkaTrial, succeeded, textOf } from './kafka-trial.ts';

const queue = 'arn:aws:sqs:us-east-1:000000000000:dead-letters';

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

  it('commits what lies below the lowest failed offset of a partition and tries the rest again', async () => {
    await trial.send(0, 'a', 'b', 'c');
    await trial.send(1, 'x', 'y');
    const { calls, activity, stop } = await trial.mapped(
      (records) => (records.includes('a') ? failedAt(`${trial.topic}-0`, 1) : succeeded),
      { FunctionResponseTypes: ['ReportBatchItemFailures'] },
    );
    await eventually(async () => (await activity.pending()).length === 0);
    await stop();
    expect(calls.map((call) => call.toSorted())).toEqual([
      ['a', 'b', 'c', 'x', 'y'],
      ['b', 'c'],
    ]);
    expect(trial.committed(0)).toBe(3);
  });

  it('fails the whole batch when the answer names a record that was not in it', async () => {
    await trial.send(0, 'a', 'b');
    let answers = 0;
    const { calls, stop } = await trial.mapped(() => (++answers === 1 ? failedAt(`${trial.topic}-0`, 99) : succeeded), {
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    await eventually(() => trial.committed(0) === 2);
    await stop();
    expect(calls).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('sends a batch to its queue when the retries have run out, then goes on', async () => {
    await trial.send(0, 'poison');
    const { calls, deadLetters, stop } = await trial.mapped(
      (records) => (records.includes('poison') ? crashed : succeeded),
      {
        MaximumRetryAttempts: '1',
        DestinationConfig: { OnFailure: { Destination: queue } },
      },
    );
    await eventually(() => trial.committed(0) === 1);
    await trial.send(0, 'fine');
    await eventually(() => trial.committed(0) === 2);
    await stop();
    expect(calls).toEqual([['poison'], ['poison'], ['fine']]);
    expect(deadLetters.map(({ arn }) => arn)).toEqual([queue]);
    expect(JSON.parse(deadLetters[0]?.body ?? '')).toMatchObject({
      requestContext: { functionName: 'listener', condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 },
      KafkaBatchInfo: {
        batchSize: 1,
        recordsInfo: { [`${trial.topic}-0`]: { firstRecordOffset: 0, lastRecordOffset: 0 } },
        payload: { records: { [`${trial.topic}-0`]: [{ offset: 0 }] } },
      },
    });
  });

  it('finds the poison record by splitting and gives up nothing else', async () => {
    await trial.send(0, 'a', 'b', 'poison', 'd');
    const { deadLetters, stop } = await trial.mapped((records) => (records.includes('poison') ? crashed : succeeded), {
      MaximumRetryAttempts: 0,
      BisectBatchOnFunctionError: 'true',
      DestinationConfig: { OnFailure: { Destination: `kafka://${topic}-given-up` } },
    });
    await eventually(() => trial.committed(0) === 4);
    await stop();
    expect(deadLetters).toEqual([]);
    expect([0, 1, 2, 3].map((p) => trial.scratch.broker.endOffset(`${trial.topic}-given-up`, p)).toSorted()).toEqual([
      0, 0, 0, 1,
    ]);
  });

  it('gives up records that are too old without trying them', async () => {
    await trial.produce({ messages: [{ partition: 0, value: 'old', timestamp: '1000' }] });
    await trial.send(0, 'new');
    const { calls, deadLetters, stop } = await trial.mapped(() => succeeded, {
      MaximumRecordAgeInSeconds: 60,
      DestinationConfig: { OnFailure: { Destination: queue } },
    });
    await eventually(() => trial.committed(0) === 2);
    await stop();
    expect(calls).toEqual([['new']]);
    expect(deadLetters).toHaveLength(1);
  });

  it('lets other partitions pass while one is stuck', async () => {
    const { calls, stop } = await trial.mapped((records) => (records.includes('poison') ? crashed : succeeded));
    await trial.send(0, 'poison');
    await eventually(() => calls.length > 0);
    await trial.send(1, 'one');
    await trial.send(2, 'two');
    await eventually(() => trial.committed(1) === 1 && trial.committed(2) === 1);
    expect(trial.committed(0)).toBeUndefined();
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
