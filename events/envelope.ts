/** Who or what caused a commit: a member, a listener or the platform itself. */
export interface Actor {
  kind: 'member' | 'listener' | 'operator' | 'anyone';
  id: string;
}

/** What travels with every event of a commit. */
export interface Metadata {
  correlationId: string;
  /** The id of the command (a request) or of the event that caused this one. */
  causationId: string;
  actor: Actor;
  /** X-Ray trace header, when the caller was traced. */
  traceHeader?: string;
  /** ISO 8601 UTC; the time the rules were told, not the time of writing. */
  occurredAt: string;
}

/** An event with its place in history. */
export type Recorded<Event extends { type: string; data: unknown } = { type: string; data: unknown }> = Event & {
  id: string;
  schemaVersion: number;
  /** `{tenant}#{category}#{id}` */
  stream: string;
  /** Position in its stream, from 1. */
  version: number;
  metadata: Metadata;
  /** Its personal data, as long as nobody opened it: on the way between the store and a listener. */
  sealed?: string;
};
