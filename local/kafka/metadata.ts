import { type Api, type BrokerParts, NODE_ID } from './api.ts';
import { type ErrorCode, errorCode } from './error-code.ts';
import type { WireWriter } from './wire-writer.ts';

/** Not told: the bits of "authorised operations" that a client may ask for. */
const UNKNOWN_OPERATIONS = -2_147_483_648;
const NO_EPOCH = -1;

interface TopicFound {
  error: ErrorCode;
  name: string;
  partitions: number;
}

/** Who is there and which topics exist. A topic that is asked for by name is created when the client allows it. */
export const metadata = (parts: BrokerParts): Api => ({
  key: 3,
  name: 'Metadata',
  versions: [0, 8],
  answer({ version, body }, out) {
    const names = body.nullableArray(body.string);
    const mayCreate = version >= 4 ? body.boolean() : true;
    const all = names === null || (version === 0 && names.length === 0);
    const found = all ? everyTopic(parts) : names.map((name) => topicNamed(parts, name, mayCreate));

    if (version >= 3) out.int32(0);
    out.array([parts.address], ({ host, port }) => {
      out.int32(NODE_ID).string(host).int32(port);
      if (version >= 1) out.string(null);
    });
    if (version >= 2) out.string(parts.clusterId);
    if (version >= 1) out.int32(NODE_ID);
    out.array(found, (topic) => writeTopic(topic, version, out));
    if (version >= 8) out.int32(UNKNOWN_OPERATIONS);
  },
});

const everyTopic = ({ topics }: BrokerParts): TopicFound[] =>
  topics.all().map(({ name, ends }) => ({ error: errorCode.none, name, partitions: ends.length }));

const topicNamed = ({ topics, defaultPartitions }: BrokerParts, name: string, mayCreate: boolean): TopicFound => {
  const created = !topics.get(name) && mayCreate ? topics.create(name, defaultPartitions) : errorCode.none;
  const topic = topics.get(name);
  if (topic) return { error: errorCode.none, name, partitions: topic.ends.length };
  return { error: created === errorCode.none ? errorCode.unknownTopicOrPartition : created, name, partitions: 0 };
};

const writeTopic = ({ error, name, partitions }: TopicFound, version: number, out: WireWriter): void => {
  const nodes = () => out.array([NODE_ID], (node) => out.int32(node));
  out.int16(error).string(name);
  if (version >= 1) out.boolean(false);
  out.array([...Array(partitions).keys()], (partition) => {
    out.int16(errorCode.none).int32(partition).int32(NODE_ID);
    if (version >= 7) out.int32(NO_EPOCH);
    nodes();
    nodes();
    if (version >= 5) out.int32(0);
  });
  if (version >= 8) out.int32(UNKNOWN_OPERATIONS);
};
