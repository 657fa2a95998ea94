import { randomUUID } from 'node:crypto';
import { type ErrorCode, errorCode } from './error-code.ts';
import {
  GroupMember,
  type JoinAnswer,
  type JoinRequest,
  NOTHING,
  refusedJoin,
  refusedSync,
  type SyncAnswer,
  sameProtocols,
} from './group-member.ts';
import { isCompatible, preferredProtocol } from './group-protocol.ts';
import { PromisedIds } from './promised-ids.ts';

type Assignments = ReadonlyMap<string, Buffer>;

export type GroupState = 'Empty' | 'PreparingRebalance' | 'CompletingRebalance' | 'Stable';

/**
 * The members of one consumer group and their rebalance protocol: all join, the first leads and assigns, all learn
 * their part. Held in memory only; after a restart the consumers join again. Timers use process time.
 */
export class ConsumerGroup {
  readonly id: string;
  state: GroupState = 'Empty';
  generation = 0;
  protocolType = '';
  protocol = '';
  readonly members = new Map<string, GroupMember>();
  #leader: string | undefined;
  readonly #promised = new PromisedIds(() => {
    if (this.state === 'PreparingRebalance') this.#prepareRebalance();
  });
  #rebalance: NodeJS.Timeout | undefined;

  constructor(id: string) {
    this.id = id;
  }

  join(request: JoinRequest, answer: (answer: JoinAnswer) => void): void {
    const refused = this.#refusalOf(request);
    const known = this.members.get(request.memberId);
    if (refused !== undefined) answer(refusedJoin(refused, request.memberId));
    else if (known) this.#rejoin(known, request, answer);
    else this.#joinAnew(request, answer);
  }

  #joinAnew(request: JoinRequest, answer: (answer: JoinAnswer) => void): void {
    const memberId = request.memberId || `${request.clientId}-${randomUUID()}`;
    if (request.memberId === '' && request.mustKnowId && request.instanceId === null) {
      this.#promised.add(memberId, request.sessionTimeout);
      answer(refusedJoin(errorCode.memberIdRequired, memberId));
      return;
    }
    this.#promised.remove(memberId);
    this.#replaceInstance(request.instanceId);
    // A consumer that waits for its join to be answered cannot send heartbeats.
    const expired = (silent: GroupMember) => (silent.joining ? silent.heard() : this.#remove(silent));
    const member = new GroupMember(memberId, request, expired);
    this.members.set(memberId, member);
    this.protocolType = request.protocolType;
    member.joining = answer;
    this.#prepareRebalance();
  }

  /** `assignments`, by member, are the leader's to give; from others they are empty and not looked at. */
  sync(memberId: string, generation: number, assignments: Assignments, answer: (answer: SyncAnswer) => void): void {
    const stale = this.check(memberId, generation);
    const error = stale || (this.state === 'PreparingRebalance' ? errorCode.rebalanceInProgress : errorCode.none);
    const member = this.members.get(memberId);
    if (error !== errorCode.none || !member) {
      answer(refusedSync(error));
      return;
    }
    member.syncing?.(refusedSync(errorCode.rebalanceInProgress));
    member.syncing = answer;
    member.heard();
    if (this.state === 'Stable') member.answerSync({ error, assignment: member.assignment });
    else if (memberId === this.#leader) this.#assign(assignments);
  }

  #assign(assignments: Assignments): void {
    this.state = 'Stable';
    for (const member of this.members.values()) {
      member.assignment = Buffer.from(assignments.get(member.id) ?? NOTHING);
      if (member.syncing) member.answerSync({ error: errorCode.none, assignment: member.assignment });
    }
  }

  heartbeat(memberId: string, generation: number): ErrorCode {
    const error = this.check(memberId, generation);
    if (error !== errorCode.none) return error;
    this.members.get(memberId)?.heard();
    return this.state === 'PreparingRebalance' ? errorCode.rebalanceInProgress : errorCode.none;
  }

  leave(memberId: string, instanceId: string | null): ErrorCode {
    const member = this.members.get(memberId) ?? this.#instance(instanceId);
    if (!member) return this.#promised.remove(memberId) ? errorCode.none : errorCode.unknownMemberId;
    this.#remove(member);
    return errorCode.none;
  }

  /** Whether this member may act in this generation. */
  check(memberId: string, generation: number): ErrorCode {
    if (!this.members.has(memberId)) return errorCode.unknownMemberId;
    return generation === this.generation ? errorCode.none : errorCode.illegalGeneration;
  }

  /** Forgets all members without a word: the broker is stopping. */
  stop(): void {
    clearTimeout(this.#rebalance);
    this.#promised.clear();
    for (const member of this.members.values()) member.end();
    this.members.clear();
  }

  #refusalOf({ memberId, protocolType, protocols, sessionTimeout }: JoinRequest): ErrorCode | undefined {
    if (sessionTimeout <= 0 || sessionTimeout > 1_800_000) return errorCode.invalidSessionTimeout;
    if (memberId !== '' && !this.members.has(memberId) && !this.#promised.has(memberId)) {
      return errorCode.unknownMemberId;
    }
    const others = [...this.members.values()].filter(({ id }) => id !== memberId).map(({ about }) => about.protocols);
    const sameType = protocolType !== '' && (others.length === 0 || protocolType === this.protocolType);
    return sameType && isCompatible(others, protocols) ? undefined : errorCode.inconsistentGroupProtocol;
  }

  #rejoin(member: GroupMember, request: JoinRequest, answer: (answer: JoinAnswer) => void): void {
    const unchanged = sameProtocols(member.about.protocols, request.protocols);
    const settled = this.state === 'CompletingRebalance' || (this.state === 'Stable' && member.id !== this.#leader);
    member.joining?.(refusedJoin(errorCode.rebalanceInProgress, member.id));
    member.about = request;
    member.joining = answer;
    if (unchanged && settled) member.answerJoin(this.#joined(member));
    else this.#prepareRebalance();
  }

  #prepareRebalance(): void {
    if (this.state !== 'PreparingRebalance') {
      this.state = 'PreparingRebalance';
      for (const member of this.members.values()) {
        if (member.syncing) member.answerSync(refusedSync(errorCode.rebalanceInProgress));
      }
      const patience = Math.max(0, ...[...this.members.values()].map(({ about }) => about.rebalanceTimeout));
      clearTimeout(this.#rebalance);
      this.#rebalance = setTimeout(() => this.#completeJoin(), patience).unref();
    }
    const allHere = this.#promised.size === 0 && [...this.members.values()].every(({ joining }) => joining);
    if (allHere) this.#completeJoin();
  }

  #completeJoin(): void {
    clearTimeout(this.#rebalance);
    for (const member of [...this.members.values()]) {
      if (member.joining) continue;
      this.members.delete(member.id);
      member.end();
    }
    this.generation++;
    if (this.members.size === 0) {
      this.state = 'Empty';
      return;
    }
    this.state = 'CompletingRebalance';
    const [first] = this.members.keys();
    if (!this.#leader || !this.members.has(this.#leader)) this.#leader = first;
    this.protocol = preferredProtocol([...this.members.values()].map(({ about }) => about.protocols));
    for (const member of this.members.values()) member.answerJoin(this.#joined(member));
  }

  #joined(member: GroupMember): JoinAnswer {
    const leader = this.#leader ?? member.id;
    const members = [...this.members.values()].map(({ id, about }) => ({
      memberId: id,
      instanceId: about.instanceId,
      metadata: about.protocols.find(({ name }) => name === this.protocol)?.metadata ?? NOTHING,
    }));
    const { generation, protocol } = this;
    const told = member.id === leader ? members : [];
    return { error: errorCode.none, generation, protocol, leader, memberId: member.id, members: told };
  }

  #remove(member: GroupMember): void {
    this.members.delete(member.id);
    member.end();
    this.#prepareRebalance();
  }

  #instance = (instanceId: string | null): GroupMember | undefined =>
    instanceId === null ? undefined : [...this.members.values()].find(({ about }) => about.instanceId === instanceId);

  #replaceInstance(instanceId: string | null): void {
    const former = this.#instance(instanceId);
    if (!former) return;
    this.members.delete(former.id);
    former.end(errorCode.fencedInstanceId);
  }
}
