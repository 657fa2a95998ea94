import { type Faults, noFaults } from '../faults/faults.ts';
import type { Meter } from '../observe/meter.ts';
import type { Clock, Log, Running } from '../ports.ts';
import type { State } from '../state.ts';
import type { BrokerParts } from './api.ts';
import { apiTable } from './api-table.ts';
import { brokerGroups } from './broker-groups.ts';
import { brokerIdentity } from './broker-identity.ts';
import { committedOffsets } from './committed-offsets.ts';
import { errorCode } from './error-code.ts';
import { openListener } from './listener.ts';
import { recordLog } from './record-log.ts';
import { createTables } from './tables.ts';
import { topicStore } from './topic-store.ts';

/** `port` 0, the default, takes a free one. `defaultPartitions` is for topics that are created by being named. */
export interface BrokerOptions {
  state: State;
  log: Log;
  clock: Clock;
  port?: number;
  host?: string;
  defaultPartitions?: number;
  /** What goes wrong on purpose with what functions produce. */
  faults?: Faults;
  /** Told of what functions produce. */
  meter?: Meter | undefined;
}

/** A running single-node Kafka broker; its records, topics and committed offsets are in the state. */
export interface Broker extends Running {
  port: number;
  /** As clients want it: `host:port`. */
  brokers: string[];
  /** The same broker, where functions reach it: faults happen here, and to nobody else. */
  functionBrokers: string[];
  /** Nothing happens when the topic exists. Throws a RangeError for a name or a number Kafka does not allow. */
  createTopic(name: string, partitions?: number): void;
  topics(): { name: string; partitions: number }[];
  /** The offset of the next record; 0 when the topic or partition is unknown. */
  endOffset(topic: string, partition: number): number;
  /** The next offset a group will read; undefined before its first commit. */
  committed(group: string, topic: string, partition: number): number | undefined;
}

/** Starts the broker; resolves when it accepts connections, rejects when the port is taken. */
export const startBroker = async (options: BrokerOptions): Promise<Broker> => {
  const { state, log, clock, host = '127.0.0.1', defaultPartitions = 4, faults = noFaults, meter } = options;
  createTables(state);
  const topics = topicStore(state);
  const offsets = committedOffsets(state, clock);
  const groups = brokerGroups();
  const parts = { defaultPartitions, topics, offsets, groups, records: recordLog(state), ...brokerIdentity(state) };
  const listen = (port: number, own: Pick<BrokerParts, 'faults' | 'meter'>) =>
    openListener({ host, port }, (address) => apiTable({ ...parts, address, ...own }), log);
  const outside = await listen(options.port ?? 0, { faults: noFaults });
  const inside = await listen(0, { faults, meter });

  return {
    port: outside.port,
    brokers: [`${host}:${outside.port}`],
    functionBrokers: [`${host}:${inside.port}`],
    createTopic(name, partitions = defaultPartitions) {
      const error = topics.create(name, partitions);
      const refused = error !== errorCode.none && error !== errorCode.topicAlreadyExists;
      if (refused) throw new RangeError(`Kafka cannot have a topic "${name}" with ${partitions} partitions`);
    },
    topics: () => topics.all().map(({ name, ends }) => ({ name, partitions: ends.length })),
    endOffset: (topic, partition) => topics.get(topic)?.ends[partition] ?? 0,
    committed: (group, topic, partition) => offsets.of(group, topic, partition)?.offset,
    async stop() {
      groups.stop();
      await Promise.all([outside.stop(), inside.stop()]);
    },
  };
};
