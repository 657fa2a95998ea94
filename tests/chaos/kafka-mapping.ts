import * as z from 'zod';
import type { Faults } from './faults.ts';
import type { Partition, TopicRecord, Topics } from './kafka-topics.ts';
import type { Invoked, LambdaFunction } from './lambda-function.ts';
import type { Simulation } from './simulation.ts';

interface Mapping {
  topic: string;
  fn: LambdaFunction;
}
/** One consumer group that feeds a function from a topic. */
export interface Feed {
  /** What is not done; empty when the function has had everything. */
  backlog(): readonly string[];
  /** Names of records that the mapping itself gave up. */
  readonly givenUp: readonly string[];
}

interface Lane {
  log: Partition;
  /** The next record to hand out. */
  next: number;
  /** What the group begins with when it begins again. */
  committed: number;
  isBusy: boolean;
}
const MOST_RECORDS = 100;
const RETRIES = 10;
const Answer = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.object({ partition: z.string(), offset: z.number() }) })),
});

/**
 * An event source mapping in provisioned mode: a batch may hold several partitions, each partition is in one batch at a
 * time; partial answers, bisecting, bounded retries. A consumer that begins again hands out everything after its last
 * commit once more, while the batch it had lost is still being worked on.
 */
export const kafkaMapping = (sim: Simulation, faults: Faults, topics: Topics, { topic, fn }: Mapping): Feed => {
  const lanes = topics.partitionsOf(topic).map((log): Lane => ({ log, next: 0, committed: 0, isBusy: false }));
  const givenUp: string[] = [];
  const actor = `${fn.name} < ${topic}`;
  let epoch = 0;

  const wait = (tries: number) =>
    new Promise<void>((resolve) => sim.after(Math.min(10_000, 100 * 2 ** (tries - 1)), resolve));

  const work = async (records: readonly TopicRecord[], mine: number, tried = 0): Promise<void> => {
    let left = records;
    for (let tries = tried; left.length > 0 && epoch === mine; ) {
      const result = await fn.invoke(
        { records: byPartition(left) },
        left.map(({ partition, offset }) => lanes[partition]?.log.eventIds[offset] ?? ''),
      );
      if (epoch !== mine) return;
      if (!result.ok && left.length > 1) {
        await wait(tries + 1);
        const half = Math.ceil(left.length / 2);
        await work(left.slice(0, half), mine, tries);
        return work(left.slice(half), mine, tries);
      }
      left = remaining(left, result);
      if (left.length === 0) return;
      if (++tries > RETRIES) {
        givenUp.push(...left.map((record) => `${fn.name} ${partitionName(record)}@${record.offset}`));
        return;
      }
      await wait(tries);
    }
  };

  const beginAgain = () => {
    epoch++;
    sim.trace.note(sim.now(), actor, 'begins again', 'restart');
    for (const lane of lanes) {
      lane.next = lane.committed;
      lane.isBusy = false;
    }
    look();
  };

  const look = () => {
    const due = lanes.filter(({ isBusy, next, log }) => !isBusy && next < log.records.length);
    if (due.length === 0) return;
    const taken = sim.random.chance(0.5) ? due : [sim.random.pick(due)];
    const size = sim.random.chance(0.5) ? MOST_RECORDS : sim.random.between(1, 3);
    const parts = taken.map((lane) => {
      const records = lane.log.records.slice(lane.next, lane.next + size);
      lane.next += records.length;
      lane.isBusy = true;
      return { lane, records };
    });
    const records = parts.flatMap((part) => part.records);
    const mine = epoch;
    sim.trace.note(sim.now(), actor, `delivers ${records.length}`);
    void work(records, mine).then(() => settled(parts, mine));
    if (faults.strikes('restart')) sim.after(sim.random.between(1, 200), beginAgain);
    else if (taken.length < due.length) sim.after(1, look);
  };
  const settled = (parts: readonly { lane: Lane }[], mine: number) => {
    if (epoch !== mine) return;
    const isNoted = !faults.strikes('lost-answer');
    for (const { lane } of parts) {
      if (isNoted) lane.committed = lane.next;
      lane.isBusy = false;
    }
    sim.after(1, look);
  };

  topics.onAppend((told) => {
    if (told === topic)
      sim.after(faults.strikes('late') ? sim.random.between(20, 2_000) : sim.random.between(1, 8), look);
  });
  return {
    givenUp,
    backlog: () =>
      lanes.flatMap(({ log, next, isBusy }) =>
        isBusy || next < log.records.length
          ? [`${actor}-${log.partition} is at ${next} of ${log.records.length}${isBusy ? ', busy' : ''}`]
          : [],
      ),
  };
};

const partitionName = ({ topic, partition }: TopicRecord) => `${topic}-${partition}`;
const byPartition = (records: readonly TopicRecord[]) => Object.fromEntries(Map.groupBy(records, partitionName));

/** From the lowest failed offset of each partition on. */
const remaining = (records: readonly TopicRecord[], result: Invoked): readonly TopicRecord[] => {
  if (!result.ok) return records;
  const lowest = new Map<string, number>();
  for (const { itemIdentifier } of Answer.parse(result.payload).batchItemFailures)
    lowest.set(
      itemIdentifier.partition,
      Math.min(itemIdentifier.offset, lowest.get(itemIdentifier.partition) ?? Number.POSITIVE_INFINITY),
    );
  return records.filter((record) => record.offset >= (lowest.get(partitionName(record)) ?? Number.POSITIVE_INFINITY));
};
