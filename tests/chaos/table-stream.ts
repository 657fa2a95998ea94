import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod';
import type { CommitItem } from '../../functions/platform/event-store/commit-item.ts';
import type { Faults } from './faults.ts';
import type { Invoked, LambdaFunction } from './lambda-function.ts';
import type { Simulation } from './simulation.ts';

/** The event table's stream and the mapping that feeds the relay from it. */
export interface TableStream {
  /** A new item of the table. */
  put(item: CommitItem): void;
  /** What is not done; empty when the relay has had everything. */
  backlog(): readonly string[];
}

interface Shard {
  records: DynamoDBRecord[];
  /** Records before this one are done with; what a mapping that begins again starts from. */
  checkpoint: number;
  isBusy: boolean;
}

const SHARDS = 3;
const MOST_RECORDS = 100;
const Answer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/**
 * Order is kept per item only, and every commit is an item of its own: commits come in any order, even those of one
 * stream. Each shard begins at its oldest record, is delivered at least once, tried until it succeeds, and halved on a fault.
 */
export const tableStream = (sim: Simulation, faults: Faults, relay: LambdaFunction): TableStream => {
  const shards = Array.from({ length: SHARDS }, (): Shard => ({ records: [], checkpoint: 0, isBusy: false }));
  let sequence = 0;
  let onItsWay = 0;

  /** Tries until all are done; a failed batch is halved. */
  const deliver = async (records: readonly DynamoDBRecord[], tries = 0): Promise<void> => {
    const names = records.map(({ dynamodb }) => String(dynamodb?.SequenceNumber));
    const from = firstFailure(names, await relay.invoke({ Records: [...records] }, names));
    if (from === undefined) return;
    await new Promise<void>((resolve) => sim.after(Math.min(10_000, 100 * 2 ** tries), resolve));
    if (from > 0 || records.length === 1) return deliver(records.slice(from), tries + 1);
    const half = Math.ceil(records.length / 2);
    await deliver(records.slice(0, half), tries);
    await deliver(records.slice(half), tries);
  };

  const poll = (shard: Shard) => {
    if (shard.isBusy) return;
    const size = sim.random.chance(0.5) ? MOST_RECORDS : sim.random.between(1, 3);
    const batch = shard.records.slice(shard.checkpoint, shard.checkpoint + size);
    if (batch.length === 0) return;
    shard.isBusy = true;
    sim.trace.note(sim.now(), 'table stream', `delivers ${batch.length}`);
    void deliver(batch).then(() => {
      shard.isBusy = false;
      // Dead before it noted how far it was: the whole batch comes again.
      if (faults.strikes('restart')) sim.trace.note(sim.now(), 'table stream', 'begins again', 'restart');
      else shard.checkpoint += batch.length;
      sim.after(1, () => poll(shard));
    });
  };

  return {
    put(item) {
      const record = recordOf(item, String(++sequence));
      const shard = sim.random.pick(shards);
      onItsWay++;
      const delay = faults.strikes('late') ? sim.random.between(50, 3_000) : sim.random.between(1, 20);
      sim.after(delay, () => {
        onItsWay--;
        shard.records.push(record);
        if (faults.strikes('duplicate')) shard.records.push(record);
        poll(shard);
      });
    },
    backlog: () => [
      ...(onItsWay > 0 ? [`${onItsWay} records never reached the stream`] : []),
      ...shards.flatMap(({ records, checkpoint }, index) =>
        checkpoint < records.length ? [`shard ${index} is at ${checkpoint} of ${records.length}`] : [],
      ),
    ],
  };
};

const recordOf = (item: CommitItem, sequence: string): DynamoDBRecord => ({
  eventName: 'INSERT',
  dynamodb: {
    SequenceNumber: sequence,
    ApproximateCreationDateTime: 0,
    NewImage: marshall(item, { removeUndefinedValues: true }) as NonNullable<
      NonNullable<DynamoDBRecord['dynamodb']>['NewImage']
    >,
  },
});

/** Where to begin again; undefined when all are done. */
const firstFailure = (names: readonly string[], result: Invoked): number | undefined => {
  if (!result.ok) return 0;
  const failed = Answer.parse(result.payload).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  return failed.length === 0 ? undefined : Math.max(0, Math.min(...failed.map((name) => names.indexOf(name))));
};
