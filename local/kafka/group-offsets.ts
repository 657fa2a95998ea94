import { type Api, type BrokerParts, NODE_ID } from './api.ts';
import type { CommittedOffset } from './committed-offsets.ts';
import { type ErrorCode, errorCode } from './error-code.ts';
import type { WireReader } from './wire-reader.ts';
import type { WireWriter } from './wire-writer.ts';

const NO_OFFSET = -1;
const NO_EPOCH = -1;
const NO_GENERATION = -1;
const GROUP = 0;

/** Finding a group's coordinator (it is always this node) and keeping how far the group has read. */
export const groupOffsets = (parts: BrokerParts): readonly Api[] => [
  findCoordinator(parts),
  offsetCommit(parts),
  offsetFetch(parts),
  offsetDelete(parts),
];

const findCoordinator = ({ address }: BrokerParts): Api => ({
  key: 10,
  name: 'FindCoordinator',
  versions: [0, 2],
  answer({ version, body }, out) {
    body.string();
    const kind = version >= 1 ? body.int8() : GROUP;
    if (version >= 1) out.int32(0);
    out.int16(kind === GROUP ? errorCode.none : errorCode.invalidRequest);
    if (version >= 1) out.string(null);
    out.int32(NODE_ID).string(address.host).int32(address.port);
  },
});

const offsetCommit = (parts: BrokerParts): Api => ({
  key: 8,
  name: 'OffsetCommit',
  versions: [2, 7],
  answer({ version, body }, out) {
    const group = body.string();
    const generation = body.int32();
    const memberId = body.string();
    if (version >= 7) body.nullableString();
    if (version <= 4) body.int64();
    const commits = readCommits(version, body);
    const refused = commitRefusal(parts, group, generation, memberId);
    if (version >= 3) out.int32(0);
    out.array(commits, ({ topic, partitions }) => {
      out.string(topic).array(partitions, (commit) => {
        out.int32(commit.partition).int16(refused === errorCode.none ? keep(parts, group, commit) : refused);
      });
    });
  },
});

const readCommits = (version: number, body: WireReader) =>
  body.array(() => {
    const topic = body.string();
    const partitions = body.array((): CommittedOffset => {
      const partition = body.int32();
      const offset = body.int64();
      if (version >= 6) body.int32();
      return { topic, partition, offset, metadata: body.nullableString() };
    });
    return { topic, partitions };
  });

/** Tools may commit for a group without members; with members, only one of the present generation may. */
const commitRefusal = ({ groups }: BrokerParts, id: string, generation: number, memberId: string): ErrorCode => {
  if (id === '') return errorCode.invalidGroupId;
  const group = groups.find(id);
  if (generation === NO_GENERATION && (!group || group.members.size === 0)) return errorCode.none;
  if (!group) return errorCode.illegalGeneration;
  const error = group.check(memberId, generation);
  if (error !== errorCode.none) return error;
  return group.state === 'CompletingRebalance' ? errorCode.rebalanceInProgress : errorCode.none;
};

const keep = ({ topics, offsets }: BrokerParts, group: string, commit: CommittedOffset): ErrorCode => {
  if (topics.get(commit.topic)?.ends[commit.partition] === undefined) return errorCode.unknownTopicOrPartition;
  offsets.commit(group, commit);
  return errorCode.none;
};

const offsetFetch = ({ offsets }: BrokerParts): Api => ({
  key: 9,
  name: 'OffsetFetch',
  versions: [1, 5],
  answer({ version, body }, out) {
    const group = body.string();
    const asked = body.nullableArray(() => ({ topic: body.string(), partitions: body.array(body.int32) }));
    const found = asked
      ? asked.map(({ topic, partitions }) => ({
          topic,
          partitions: partitions.map((partition) => offsets.of(group, topic, partition) ?? never(topic, partition)),
        }))
      : byTopic(offsets.ofGroup(group));
    if (version >= 3) out.int32(0);
    out.array(found, ({ topic, partitions }) => {
      out.string(topic).array(partitions, (one) => writeCommitted(one, version, out));
    });
    if (version >= 2) out.int16(errorCode.none);
  },
});

const never = (topic: string, partition: number): CommittedOffset => ({
  topic,
  partition,
  offset: NO_OFFSET,
  metadata: '',
});

const byTopic = (commits: readonly CommittedOffset[]) =>
  Object.entries(Object.groupBy(commits, ({ topic }) => topic)).map(([topic, partitions = []]) => ({
    topic,
    partitions,
  }));

const writeCommitted = ({ partition, offset, metadata }: CommittedOffset, version: number, out: WireWriter): void => {
  out.int32(partition).int64(offset);
  if (version >= 5) out.int32(NO_EPOCH);
  out.string(metadata).int16(errorCode.none);
};

const offsetDelete = ({ groups, offsets }: BrokerParts): Api => ({
  key: 47,
  name: 'OffsetDelete',
  versions: [0, 0],
  answer({ body }, out) {
    const id = body.string();
    const asked = body.array(() => ({ topic: body.string(), partitions: body.array(body.int32) }));
    const inUse = (groups.find(id)?.members.size ?? 0) > 0;
    out.int16(errorCode.none).int32(0);
    out.array(asked, ({ topic, partitions }) => {
      out.string(topic).array(partitions, (partition) => {
        if (!inUse) offsets.forget(id, topic, partition);
        out.int32(partition).int16(inUse ? errorCode.groupSubscribedToTopic : errorCode.none);
      });
    });
  },
});
