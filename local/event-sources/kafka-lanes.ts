import { KafkaLane } from './kafka-lane.ts';
import type { KafkaMapping } from './kafka-mapping.ts';
import type { KafkaRecord } from './kafka-record.ts';

/** Lambda takes 6 MB; the rest is for the envelope around the records. */
const MAX_PAYLOAD_BYTES = 5_500_000;

/** Some records of free lanes; the lanes stay busy until they are released. */
export interface Taken {
  records: readonly KafkaRecord[];
  lanes: ReadonlyMap<number, KafkaLane>;
}

/** The lanes of one mapping: what it has been assigned, and the next batch out of it. */
export const kafkaLanes = ({ batchSize, windowMs }: KafkaMapping) => {
  const lanes = new Map<number, KafkaLane>();
  const free = () =>
    [...lanes.values()].filter(({ busy, waiting }) => !busy && waiting > 0).toSorted((a, b) => a.since - b.since);

  return {
    of: (partition: number): KafkaLane | undefined => lanes.get(partition),
    all: (): KafkaLane[] => [...lanes.values()],
    /** Keeps the lanes that are still ours, drops the others with all that waits in them. */
    assign(partitions: readonly number[]): void {
      for (const partition of lanes.keys()) if (!partitions.includes(partition)) lanes.delete(partition);
      for (const partition of partitions) {
        if (!lanes.has(partition)) lanes.set(partition, new KafkaLane(partition));
      }
    },
    /** A new, empty lane; work that is still done for the former one no longer counts. */
    restart({ partition, paused }: KafkaLane): KafkaLane {
      const lane = new KafkaLane(partition);
      lane.paused = paused;
      lanes.set(partition, lane);
      return lane;
    },
    /** Milliseconds until a batch is due: 0 when it is full or its window has passed, undefined when nothing waits. */
    dueIn(now: number): number | undefined {
      const ready = free();
      const [oldest] = ready;
      if (!oldest) return undefined;
      const records = ready.reduce((sum, { waiting }) => sum + waiting, 0);
      const bytes = ready.reduce((sum, lane) => sum + lane.bytes, 0);
      if (records >= batchSize || bytes >= MAX_PAYLOAD_BYTES) return 0;
      return Math.max(0, oldest.since + windowMs - now);
    },
    /** The next batch, from the lanes that have waited longest. */
    take(now: number): Taken {
      const records: KafkaRecord[] = [];
      const taken = new Map<number, KafkaLane>();
      let room = MAX_PAYLOAD_BYTES;
      for (const lane of free()) {
        const before = lane.bytes;
        const next = lane.take(batchSize - records.length, room, now, records.length === 0);
        if (next.length === 0) continue;
        room -= before - lane.bytes;
        records.push(...next);
        lane.busy = true;
        taken.set(lane.partition, lane);
      }
      return { records, lanes: taken };
    },
  };
};

export type KafkaLanes = ReturnType<typeof kafkaLanes>;

/** Notes the progress of the lanes; a lane is free again when its last record of the batch is settled. */
export const settleInLanes = ({ records, lanes }: Taken, done: readonly KafkaRecord[]): void => {
  const last = new Map(records.map(({ partition, offset }) => [partition, offset]));
  for (const { partition, offset } of done) {
    const lane = lanes.get(partition);
    if (!lane) continue;
    lane.settle(offset + 1);
    if (last.get(partition) === offset) lane.busy = false;
  }
};
