import { describe, expect, it } from 'vitest';
import { kafkaLanes, settleInLanes } from './kafka-lanes.ts';
import { parseKafkaMapping } from './kafka-mapping.ts';
import type { KafkaRecord } from './kafka-record.ts';

const lanesFor = (batchSize: number, windowInSeconds: number) => {
  const lanes = kafkaLanes(
    parseKafkaMapping('one', {
      FunctionName: 'listener',
      Topics: ['loans'],
      EventSourceArn: 'arn:aws:kafka:us-east-1:000000000000:cluster/bunko/1',
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: batchSize,
      MaximumBatchingWindowInSeconds: windowInSeconds,
    }),
  );
  lanes.assign([0, 1]);
  return lanes;
};
const records = (partition: number, from: number, to: number, bytes = 1): KafkaRecord[] =>
  Array.from({ length: to - from }, (_, index) => ({
    partition,
    offset: from + index,
    timestamp: 0,
    key: null,
    value: Buffer.alloc(bytes),
    headers: [],
  }));
const places = (taken: readonly KafkaRecord[]) => taken.map(({ partition, offset }) => `${partition}@${offset}`);

describe('the lanes of a mapping', () => {
  it('give a batch when it is full or its window has passed', () => {
    const lanes = lanesFor(3, 10);
    expect(lanes.dueIn(0)).toBeUndefined();
    lanes.of(0)?.accept(records(0, 0, 2), 1_000);
    expect(lanes.dueIn(5_000)).toBe(6_000);
    expect(lanes.dueIn(11_000)).toBe(0);
    lanes.of(1)?.accept(records(1, 0, 1), 2_000);
    expect(lanes.dueIn(2_000)).toBe(0);
  });

  it('have at most one batch of a partition on its way', () => {
    const lanes = lanesFor(2, 0);
    lanes.of(0)?.accept(records(0, 0, 5), 0);
    const first = lanes.take(0);
    expect(places(first.records)).toEqual(['0@0', '0@1']);
    expect(lanes.dueIn(0)).toBeUndefined();
    settleInLanes(first, first.records.slice(0, 1));
    expect(lanes.dueIn(0)).toBeUndefined();
    settleInLanes(first, first.records.slice(1));
    expect(lanes.of(0)?.settled).toBe(2);
    expect(places(lanes.take(0).records)).toEqual(['0@2', '0@3']);
  });

  it('skip records that come again after a rebalance', () => {
    const lanes = lanesFor(10, 0);
    lanes.of(0)?.accept(records(0, 0, 3), 0);
    lanes.assign([0]);
    lanes.of(0)?.accept(records(0, 1, 5), 0);
    expect(places(lanes.take(0).records)).toEqual(['0@0', '0@1', '0@2', '0@3', '0@4']);
  });

  it('forget a partition that has gone to another consumer', () => {
    const lanes = lanesFor(10, 0);
    lanes.of(0)?.accept(records(0, 0, 3), 0);
    lanes.assign([1]);
    lanes.assign([0, 1]);
    expect(lanes.dueIn(0)).toBeUndefined();
  });

  it('notice that the group was set back', () => {
    const lane = lanesFor(10, 0).of(0);
    if (lane) lane.committed = 5;
    expect(lane?.isRewoundBy(records(0, 4, 6))).toBe(true);
    expect(lane?.isRewoundBy(records(0, 5, 6))).toBe(false);
  });

  it('keep a payload below what Lambda takes, but never give nothing', () => {
    const lanes = lanesFor(100, 0);
    lanes.of(0)?.accept(records(0, 0, 3, 3_000_000), 0);
    lanes.of(1)?.accept(records(1, 0, 3, 900_000), 1);
    expect(places(lanes.take(2).records)).toEqual(['0@0', '1@0']);
    expect(lanes.dueIn(2)).toBeUndefined();
  });
});
