import type { Api, BrokerParts } from './api.ts';
import { type ErrorCode, errorCode } from './error-code.ts';
import type { WireReader } from './wire-reader.ts';

const BROKER_DECIDES = -1;

/** Making, widening and removing topics. */
export const topicAdministration = (parts: BrokerParts): readonly Api[] => [
  createTopics(parts),
  createPartitions(parts),
  deleteTopics(parts),
];

type WantedTopic = ReturnType<typeof readWanted>;

const createTopics = (parts: BrokerParts): Api => ({
  key: 19,
  name: 'CreateTopics',
  versions: [0, 4],
  answer({ version, body }, out) {
    const wanted = body.array(() => readWanted(body));
    body.int32();
    const onlyValidate = version >= 1 ? body.boolean() : false;
    if (version >= 2) out.int32(0);
    out.array(wanted, (topic) => {
      out.string(topic.name).int16(create(parts, topic, onlyValidate));
      if (version >= 1) out.string(null);
    });
  },
});

/** Settings of a topic are read and not kept: this broker retains everything. */
const readWanted = (body: WireReader) => {
  const name = body.string();
  const partitions = body.int32();
  const replication = body.int16();
  const assigned = body.array(() => ({ partition: body.int32(), nodes: body.array(body.int32) }));
  body.array(() => ({ name: body.string(), value: body.nullableString() }));
  return { name, partitions, replication, assigned: assigned.length };
};

const create = ({ topics, defaultPartitions }: BrokerParts, wanted: WantedTopic, onlyValidate: boolean): ErrorCode => {
  if (wanted.replication > 1) return errorCode.invalidReplicationFactor;
  const asked = wanted.partitions === BROKER_DECIDES ? defaultPartitions : wanted.partitions;
  const partitions = wanted.assigned > 0 ? wanted.assigned : asked;
  if (onlyValidate) return topics.get(wanted.name) ? errorCode.topicAlreadyExists : errorCode.none;
  return topics.create(wanted.name, partitions);
};

const createPartitions = ({ topics }: BrokerParts): Api => ({
  key: 37,
  name: 'CreatePartitions',
  versions: [0, 1],
  answer({ body }, out) {
    const wanted = body.array(() => {
      const name = body.string();
      const total = body.int32();
      body.array(() => body.array(body.int32));
      return { name, total };
    });
    body.int32();
    const onlyValidate = body.boolean();
    out.int32(0).array(wanted, ({ name, total }) => {
      out
        .string(name)
        .int16(onlyValidate ? errorCode.none : topics.addPartitions(name, total))
        .string(null);
    });
  },
});

const deleteTopics = ({ topics, offsets }: BrokerParts): Api => ({
  key: 20,
  name: 'DeleteTopics',
  versions: [0, 3],
  answer({ version, body }, out) {
    const names = body.array(body.string);
    if (version >= 1) out.int32(0);
    out.array(names, (name) => {
      const error = topics.remove(name);
      if (error === errorCode.none) offsets.forgetTopic(name);
      out.string(name).int16(error);
    });
  },
});
