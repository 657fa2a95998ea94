import type { Faults } from '../faults/faults.ts';
import type { Meter } from '../observe/meter.ts';
import type { BrokerGroups } from './broker-groups.ts';
import type { CommittedOffsets } from './committed-offsets.ts';
import type { RecordLog } from './record-log.ts';
import type { TopicStore } from './topic-store.ts';
import type { WireReader } from './wire-reader.ts';
import type { WireWriter } from './wire-writer.ts';

/** The single node of this cluster. */
export const NODE_ID = 0;

/** What the APIs work on. */
export interface BrokerParts {
  address: { host: string; port: number };
  clusterId: string;
  nextProducerId(): number;
  defaultPartitions: number;
  topics: TopicStore;
  records: RecordLog;
  offsets: CommittedOffsets;
  groups: BrokerGroups;
  /** What goes wrong on purpose with what is produced. */
  faults: Faults;
  /** Told of the bytes that are produced. */
  meter?: Meter | undefined;
}

export interface ApiRequest {
  version: number;
  clientId: string;
  clientHost: string;
  body: WireReader;
  /** Resolves when the connection has closed or its next request has arrived: no reason to wait any longer. */
  hurried: Promise<void>;
}

/** One request kind of the protocol: reads the body, then writes the answer. */
export interface Api {
  key: number;
  name: string;
  /** The lowest and highest version that is answered; none of them has tagged fields. */
  versions: readonly [number, number];
  answer(request: ApiRequest, out: WireWriter): void | Promise<void>;
}
