import { type ErrorCode, errorCode } from './error-code.ts';

export interface Protocol {
  name: string;
  metadata: Buffer;
}

/** What a consumer says when it joins; times in ms. */
export interface JoinRequest {
  memberId: string;
  instanceId: string | null;
  clientId: string;
  clientHost: string;
  sessionTimeout: number;
  rebalanceTimeout: number;
  protocolType: string;
  protocols: readonly Protocol[];
  /** From version 4 on a consumer without an id is told one first and joins again with it. */
  mustKnowId: boolean;
}

export interface JoinAnswer {
  error: ErrorCode;
  generation: number;
  protocol: string;
  leader: string;
  memberId: string;
  /** Told to the leader only. */
  members: readonly { memberId: string; instanceId: string | null; metadata: Buffer }[];
}

export interface SyncAnswer {
  error: ErrorCode;
  assignment: Buffer;
}

export const NOTHING = Buffer.alloc(0);

export const refusedJoin = (error: ErrorCode, memberId: string): JoinAnswer => ({
  error,
  generation: -1,
  protocol: '',
  leader: '',
  memberId,
  members: [],
});

export const refusedSync = (error: ErrorCode): SyncAnswer => ({ error, assignment: NOTHING });

/** One consumer of a group. Its session ends when it has not been heard for its session timeout. */
export class GroupMember {
  readonly id: string;
  about: JoinRequest;
  assignment = NOTHING;
  /** Set while the consumer waits for the answer to its join. */
  joining: ((answer: JoinAnswer) => void) | undefined;
  /** Set while the consumer waits for the leader's assignment. */
  syncing: ((answer: SyncAnswer) => void) | undefined;
  #session: NodeJS.Timeout | undefined;
  readonly #expired: (member: GroupMember) => void;

  constructor(id: string, about: JoinRequest, expired: (member: GroupMember) => void) {
    this.id = id;
    this.about = about;
    this.#expired = expired;
  }

  heard(): void {
    clearTimeout(this.#session);
    this.#session = setTimeout(() => this.#expired(this), this.about.sessionTimeout);
    this.#session.unref();
  }

  answerJoin(answer: JoinAnswer): void {
    this.heard();
    this.joining?.(answer);
    this.joining = undefined;
  }

  answerSync(answer: SyncAnswer): void {
    this.heard();
    this.syncing?.(answer);
    this.syncing = undefined;
  }

  /** Ends the session and answers whatever is still waiting. */
  end(error: ErrorCode = errorCode.unknownMemberId): void {
    this.answerJoin(refusedJoin(error, this.id));
    this.answerSync(refusedSync(error));
    clearTimeout(this.#session);
  }
}

/** Whether two joins propose the same; if so, nothing has to be assigned anew. */
export const sameProtocols = (one: readonly Protocol[], other: readonly Protocol[]): boolean =>
  one.length === other.length &&
  one.every(({ name, metadata }, index) => name === other[index]?.name && metadata.equals(other[index].metadata));
