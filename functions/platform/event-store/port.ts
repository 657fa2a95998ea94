import type { Metadata, Recorded } from '../../../events/envelope.ts';

export interface NewEvent {
  type: string;
  data: unknown;
}

declare const minted: unique symbol;

/**
 * Where a stream ended when it was read. Only a store makes one, from a consistent read that ended on a commit
 * boundary: with a bare number a put in the middle of a commit's range would be accepted.
 */
export interface Head {
  readonly stream: string;
  /** Version of the last event, 0 for a stream nobody has written to. */
  readonly version: number;
  /** The last commit: its id, and the version of its first event; an empty id and 0 when there is none. */
  readonly commit: string;
  readonly begins: number;
  readonly [minted]: true;
}

/** For the adapters in this folder only. */
export const mintHead = (stream: string, last?: { v: number; c: string; sk: number }): Head =>
  ({ stream, version: last?.v ?? 0, commit: last?.c ?? '', begins: last?.sk ?? 0 }) as Head;

/** A head that was kept somewhere outside a store, as a snapshot keeps it. */
export type Place = Pick<Head, 'version' | 'commit' | 'begins'>;

/** Something only one may hold (an e-mail address, a title, an idempotency key), put in the same transaction. */
export interface Claim {
  kind: string;
  key: string;
  /** JSON that is kept with the claim. */
  value: unknown;
  /** Epoch seconds after which anybody may claim it again; without it the claim lasts. */
  expiresAt?: number;
}

export interface Append {
  head: Head;
  events: readonly NewEvent[];
}

/** All or nothing. */
export interface Commit {
  /** Id of the command: a repeat of the same commit is recognised by it. */
  id: string;
  appends: readonly Append[];
  /** Streams that must not have grown since they were read. */
  unchanged?: readonly Head[];
  claims?: readonly Claim[];
  /** Claims that are given up, whoever held them. */
  releases?: readonly Pick<Claim, 'kind' | 'key'>[];
  metadata: Metadata;
}

/** A commit that somebody else made on a stream of ours. */
export interface Missed {
  events: readonly Recorded[];
  head: Head;
}

export type CommitResult =
  | { outcome: 'committed'; heads: readonly Head[] }
  /** Somebody was quicker on these streams; `missed` holds the first commit we did not know, where the store told it. */
  | { outcome: 'conflict'; streams: readonly { stream: string; missed?: Missed }[] }
  | { outcome: 'taken'; claim: Claim; held: unknown };

/** Append-only streams of events; the only thing that is ever written is a commit. */
export interface EventStore {
  /** The events after a version (0: all) or after a head read earlier, in order, by a consistent read. */
  read(stream: string, after?: number | Head): Promise<{ events: readonly Recorded[]; head: Head }>;
  /**
   * Reads on from a place kept elsewhere, in one call; undefined when history does not have that commit there (it was
   * restored to an earlier time), so that whatever was kept with the place is worthless.
   */
  resume(stream: string, place: Place): Promise<{ events: readonly Recorded[]; head: Head } | undefined>;
  /** The head of a stream that cannot have been written to, because its id was made just now. */
  unwritten(stream: string): Head;
  /** Throws a RangeError for a commit that could never be written (no events, more than 100 streams, bad shapes). */
  commit(commit: Commit): Promise<CommitResult>;
  /** The value of a claim that is held and has not expired at `now`. */
  held(kind: string, key: string, now: Date): Promise<unknown>;
}

/** A commit's events in one stream; consumers rely on it to find the commit that holds a version. */
export const MOST_EVENTS_PER_APPEND = 100;
/** DynamoDB's limit for one transaction. */
export const MOST_ITEMS_PER_COMMIT = 100;
