import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../aws/given-aws.ts';
import type { InvokeResult } from '../ports.ts';
import { isStreamMapping } from './dynamodb-stream-mapping.ts';
import { givenStreams, sequencesOf } from './given-stream.ts';

const done: InvokeResult = { ok: true, payload: null };
const failed: InvokeResult = { ok: false, errorType: 'Error', errorMessage: 'no' };
let streams: Awaited<ReturnType<typeof givenStreams>>;

beforeAll(async () => {
  streams = await givenStreams();
});
afterAll(() => streams.stop());

describe('a DynamoDB stream mapping', () => {
  it('is told from other mappings by its source', () => {
    expect(isStreamMapping({ EventSourceArn: 'arn:aws:sqs:ap-northeast-1:000000000000:q' })).toBe(false);
    expect(isStreamMapping({ EventSourceArn: 'arn:aws:dynamodb:ap-northeast-1:0:table/events/stream/2026' })).toBe(
      true,
    );
  });

  it('gives records in the shape of AWS, with the ARN that the assembly says', async () => {
    const table = await streams.newTable();
    await streams.write(table, 'a');
    const { batches } = streams.start(table, {}, () => done);
    const event = await eventually(() => batches[0]);
    expect(event).toEqual({
      Records: [
        {
          eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
          eventName: 'INSERT',
          eventVersion: '1.1',
          eventSource: 'aws:dynamodb',
          awsRegion: 'ap-northeast-1',
          dynamodb: {
            ApproximateCreationDateTime: expect.any(Number),
            Keys: { pk: { S: 'a' } },
            NewImage: { pk: { S: 'a' }, kind: { S: 'a' } },
            SequenceNumber: '1',
            SizeBytes: expect.any(Number),
            StreamViewType: 'NEW_IMAGE',
          },
          eventSourceARN: `arn:aws:dynamodb:ap-northeast-1:000000000000:table/${table}/stream/1`,
        },
      ],
    });
  });

  it('wakes at once when it hears of a write', async () => {
    const table = await streams.newTable();
    const started = streams.start(table, {}, () => done);
    await started.idle();
    await streams.write(table, 'a');
    const before = performance.now();
    started.writes.wrote(table);
    await eventually(() => started.batches[0]);
    expect(performance.now() - before).toBeLessThan(200);
  });

  it('shows unread records as pending, told of the write or not', async () => {
    const table = await streams.newTable();
    let finish: (result: InvokeResult) => void = () => undefined;
    const started = streams.start(table, {}, () => new Promise((resolve) => (finish = resolve)));
    await started.idle();
    await streams.write(table, 'a');
    expect(await started.activity.pending()).toHaveLength(1);
    await eventually(() => started.batches[0]);
    expect(await started.activity.pending()).toHaveLength(1);
    finish(done);
    await started.idle();
  });

  it('tries again from the lowest failed record', async () => {
    const table = await streams.newTable();
    await streams.write(table, 'a', 'b', 'c', 'd');
    const answers: InvokeResult[] = [
      { ok: true, payload: { batchItemFailures: [{ itemIdentifier: '3' }, { itemIdentifier: '2' }] } },
      { ok: true, payload: { batchItemFailures: [] } },
    ];
    const started = streams.start(
      table,
      { FunctionResponseTypes: ['ReportBatchItemFailures'] },
      () => answers.shift() ?? done,
    );
    await started.idle();
    expect(started.seen()).toEqual([
      ['1', '2', '3', '4'],
      ['2', '3', '4'],
    ]);
  });

  it('tries the whole batch again when an answer names an unknown record', async () => {
    const table = await streams.newTable();
    await streams.write(table, 'a', 'b');
    const answers: InvokeResult[] = [{ ok: true, payload: { batchItemFailures: [{ itemIdentifier: 'nothing' }] } }];
    const started = streams.start(
      table,
      { FunctionResponseTypes: ['ReportBatchItemFailures'] },
      () => answers.shift() ?? done,
    );
    await started.idle();
    expect(started.seen()).toEqual([
      ['1', '2'],
      ['1', '2'],
    ]);
  });

  it('isolates a poison record by bisection and sends it, alone, to the on-failure queue', async () => {
    const table = await streams.newTable();
    await streams.write(table, 'a', 'b', 'c', 'd');
    const queue = 'arn:aws:sqs:ap-northeast-1:000000000000:dead';
    const properties = {
      BisectBatchOnFunctionError: 'true',
      MaximumRetryAttempts: '1',
      DestinationConfig: { OnFailure: { Destination: queue } },
    };
    const started = streams.start(table, properties, (event) => (sequencesOf(event).includes('3') ? failed : done));
    await started.idle();
    const letters = started.letters.map(({ arn, body }) => ({ arn, ...JSON.parse(body).DDBStreamBatchInfo }));
    expect(letters).toMatchObject([{ arn: queue, startSequenceNumber: '3', endSequenceNumber: '3', batchSize: 1 }]);
    expect(
      started
        .seen()
        .filter((batch) => batch.includes('4'))
        .at(-1),
    ).toEqual(['4']);
  });

  it('gives a batch again that was not acknowledged before a stop, and none that was', async () => {
    const table = await streams.newTable();
    await streams.write(table, 'a');
    const first = streams.start(table, {}, () => done);
    await first.idle();
    await streams.write(table, 'b');
    await first.mappings.stop();
    const second = streams.start(table, {}, () => failed);
    await eventually(() => second.batches[0]);
    await second.mappings.stop();
    const third = streams.start(table, {}, () => done);
    await third.idle();
    expect(third.seen()).toEqual([['2']]);
  });

  it('leaves out records that no filter asks for', async () => {
    const table = await streams.newTable();
    await streams.write(table, 'loan', 'copy', 'loan');
    const pattern = { eventName: ['INSERT'], dynamodb: { NewImage: { kind: { S: [{ prefix: 'lo' }] } } } };
    const started = streams.start(
      table,
      { FilterCriteria: { Filters: [{ Pattern: JSON.stringify(pattern) }] } },
      () => done,
    );
    await started.idle();
    expect(started.seen()).toEqual([['1']]);
  });

  it('keeps the records of one item in order with several lanes', async () => {
    const table = await streams.newTable();
    await streams.write(table, 'a', 'b', 'c', 'a', 'b', 'c', 'a');
    await streams.call('DynamoDB_20120810.DeleteItem', { TableName: table, Key: { pk: { S: 'a' } } });
    const started = streams.start(table, { ParallelizationFactor: 4 }, () => done);
    await started.idle();
    const lane = started.seen().find((batch) => batch.includes('1'));
    expect(lane?.filter((number) => ['1', '8'].includes(number))).toEqual(['1', '8']);
    expect(started.seen().flat().toSorted()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  it('gives up a batch after its retries and goes on behind it', async () => {
    const table = await streams.newTable();
    await streams.write(table, 'a');
    const started = streams.start(table, { MaximumRetryAttempts: 1 }, (event) =>
      sequencesOf(event).includes('1') ? failed : done,
    );
    await started.idle();
    await streams.write(table, 'b');
    await started.idle();
    expect(started.seen()).toEqual([['1'], ['1'], ['2']]);
  });
});
