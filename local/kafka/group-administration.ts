import type { Api, BrokerParts } from './api.ts';
import { type ErrorCode, errorCode } from './error-code.ts';
import { NOTHING } from './group-member.ts';
import type { WireWriter } from './wire-writer.ts';

const UNKNOWN_OPERATIONS = -2_147_483_648;
/** The type of every group that only has commits: nothing else commits. */
const CONSUMER = 'consumer';

/** What tools ask about groups: list, describe, delete. */
export const groupAdministration = (parts: BrokerParts): readonly Api[] => [
  listGroups(parts),
  describeGroups(parts),
  deleteGroups(parts),
];

const listGroups = ({ groups, offsets }: BrokerParts): Api => ({
  key: 16,
  name: 'ListGroups',
  versions: [0, 2],
  answer({ version }, out) {
    const present = groups.all().map(({ id, protocolType }) => [id, protocolType || CONSUMER] as const);
    const committed = offsets.groups().map((id) => [id, CONSUMER] as const);
    if (version >= 1) out.int32(0);
    out.int16(errorCode.none);
    out.array([...new Map([...committed, ...present])], ([id, type]) => out.string(id).string(type));
  },
});

const describeGroups = (parts: BrokerParts): Api => ({
  key: 15,
  name: 'DescribeGroups',
  versions: [0, 4],
  answer({ version, body }, out) {
    const ids = body.array(body.string);
    if (version >= 1) out.int32(0);
    out.array(ids, (id) => describe(parts, id, version, out));
  },
});

const describe = ({ groups, offsets }: BrokerParts, id: string, version: number, out: WireWriter): void => {
  const group = groups.find(id);
  const absent = offsets.ofGroup(id).length > 0 ? 'Empty' : 'Dead';
  out
    .int16(errorCode.none)
    .string(id)
    .string(group?.state ?? absent);
  out.string(group?.protocolType || (absent === 'Empty' ? CONSUMER : ''));
  // While nobody works in the group, no way of sharing is in force.
  out.string(group?.state === 'Stable' ? group.protocol : '');
  out.array([...(group?.members.values() ?? [])], ({ id: memberId, about, assignment }) => {
    const offer = about.protocols.find(({ name }) => name === group?.protocol);
    out.string(memberId);
    if (version >= 4) out.string(about.instanceId);
    out.string(about.clientId).string(about.clientHost);
    out.bytes(offer?.metadata ?? NOTHING).bytes(assignment);
  });
  if (version >= 3) out.int32(UNKNOWN_OPERATIONS);
};

const deleteGroups = (parts: BrokerParts): Api => ({
  key: 42,
  name: 'DeleteGroups',
  versions: [0, 1],
  answer({ body }, out) {
    const ids = body.array(body.string);
    out.int32(0).array(ids, (id) => out.string(id).int16(remove(parts, id)));
  },
});

const remove = ({ groups, offsets }: BrokerParts, id: string): ErrorCode => {
  const group = groups.find(id);
  if (!group && offsets.ofGroup(id).length === 0) return errorCode.groupIdNotFound;
  if (group && group.members.size > 0) return errorCode.nonEmptyGroup;
  groups.remove(id);
  offsets.forgetGroup(id);
  return errorCode.none;
};
