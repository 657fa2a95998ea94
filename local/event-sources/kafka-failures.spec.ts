import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../kafka/eventually.ts';
import { crashed, failedAt, type KafkaTrial, openKafkaTrial, succeeded } from './kafka-trial.ts';

const queue = 'arn:aws:sqs:us-east-1:000000000000:dead-letters';

let trial: KafkaTrial;
beforeAll(async () => {
  trial = await openKafkaTrial();
});
afterAll(() => trial.close());
beforeEach(() => trial.nextTopic());

describe('the Kafka mapping, when its function fails,', () => {
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
      DestinationConfig: { OnFailure: { Destination: `kafka://${trial.topic}-given-up` } },
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
});
