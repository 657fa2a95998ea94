import type { Api, ApiRequest, BrokerParts } from './api.ts';
import { errorCode } from './error-code.ts';
import { type JoinAnswer, type JoinRequest, refusedJoin, refusedSync, type SyncAnswer } from './group-member.ts';
import type { WireReader } from './wire-reader.ts';

/** Coming, staying and going of the members of a consumer group. */
export const groupMembership = (parts: BrokerParts): readonly Api[] => [
  joinGroup(parts),
  syncGroup(parts),
  heartbeat(parts),
  leaveGroup(parts),
];

const joinGroup = ({ groups }: BrokerParts): Api => ({
  key: 11,
  name: 'JoinGroup',
  versions: [0, 5],
  async answer(request, out) {
    const { version, body } = request;
    const id = body.string();
    const join = readJoin(request);
    const answer = await new Promise<JoinAnswer>((resolve) => {
      if (id === '') resolve(refusedJoin(errorCode.invalidGroupId, join.memberId));
      else groups.findOrCreate(id).join(join, resolve);
    });
    if (version >= 2) out.int32(0);
    out.int16(answer.error).int32(answer.generation).string(answer.protocol).string(answer.leader);
    out.string(answer.memberId).array(answer.members, ({ memberId, instanceId, metadata }) => {
      out.string(memberId);
      if (version >= 5) out.string(instanceId);
      out.bytes(metadata);
    });
  },
});

const readJoin = ({ version, body, clientId, clientHost }: ApiRequest): JoinRequest => {
  const sessionTimeout = body.int32();
  const rebalanceTimeout = version >= 1 ? body.int32() : sessionTimeout;
  const memberId = body.string();
  const instanceId = version >= 5 ? body.nullableString() : null;
  const protocolType = body.string();
  const protocols = body.array(() => ({ name: body.string(), metadata: Buffer.from(body.bytes()) }));
  const mustKnowId = version >= 4;
  return {
    memberId,
    instanceId,
    clientId,
    clientHost,
    sessionTimeout,
    rebalanceTimeout,
    protocolType,
    protocols,
    mustKnowId,
  };
};

const syncGroup = ({ groups }: BrokerParts): Api => ({
  key: 14,
  name: 'SyncGroup',
  versions: [0, 3],
  async answer({ version, body }, out) {
    const { group, generation, memberId } = readMember(version, 3, body, groups);
    const assignments = new Map(body.array(() => [body.string(), body.bytes()] as const));
    const { error, assignment } = await new Promise<SyncAnswer>((resolve) => {
      if (group) group.sync(memberId, generation, assignments, resolve);
      else resolve(refusedSync(errorCode.unknownMemberId));
    });
    if (version >= 1) out.int32(0);
    out.int16(error).bytes(assignment);
  },
});

const heartbeat = ({ groups }: BrokerParts): Api => ({
  key: 12,
  name: 'Heartbeat',
  versions: [0, 3],
  answer({ version, body }, out) {
    const { group, generation, memberId } = readMember(version, 3, body, groups);
    if (version >= 1) out.int32(0);
    out.int16(group?.heartbeat(memberId, generation) ?? errorCode.unknownMemberId);
  },
});

const readMember = (version: number, withInstance: number, body: WireReader, groups: BrokerParts['groups']) => {
  const group = groups.find(body.string());
  const generation = body.int32();
  const memberId = body.string();
  if (version >= withInstance) body.nullableString();
  return { group, generation, memberId };
};

const leaveGroup = ({ groups }: BrokerParts): Api => ({
  key: 13,
  name: 'LeaveGroup',
  versions: [0, 3],
  answer({ version, body }, out) {
    const group = groups.find(body.string());
    const one = () => ({ memberId: body.string(), instanceId: version >= 3 ? body.nullableString() : null });
    const leaving = version >= 3 ? body.array(one) : [one()];
    const left = leaving.map((member) => ({
      ...member,
      error: group?.leave(member.memberId, member.instanceId) ?? errorCode.unknownMemberId,
    }));
    if (version >= 1) out.int32(0);
    if (version < 3) out.int16(left[0]?.error ?? errorCode.none);
    else {
      out.int16(errorCode.none).array(left, ({ memberId, instanceId, error }) => {
        out.string(memberId).string(instanceId).int16(error);
      });
    }
  },
});
