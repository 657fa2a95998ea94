import * as z from 'zod';
import type { Metadata, Recorded } from '../../../events/envelope.ts';
import { sealed } from './event-codec.ts';
import type { Append } from './port.ts';

const Actor = z.object({ kind: z.enum(['member', 'listener', 'operator', 'anyone']), id: z.string() });

const StoredEvents = z.array(
  z.object({ id: z.string(), type: z.string(), schemaVersion: z.number().int(), data: z.unknown() }),
);

/** One commit as the event table holds it; the names are short because every item pays for them. */
export const CommitItem = z.object({
  pk: z.string(),
  /** Version of the first event. */
  sk: z.number().int().positive(),
  /** Version of the last event. */
  v: z.number().int().positive(),
  /** Commit id. */
  c: z.string(),
  /** Types of the events. */
  t: z.array(z.string()),
  /** The events, as JSON. */
  e: z.string(),
  m: z.object({
    correlationId: z.string(),
    causationId: z.string(),
    actor: Actor,
    traceHeader: z.string().optional(),
    occurredAt: z.iso.datetime(),
  }),
});
export type CommitItem = z.infer<typeof CommitItem>;

/** The item to put for one stream of a commit. `offset` counts the events of the commit before this stream's. */
export const itemOf = (commitId: string, { head, events }: Append, metadata: Metadata, offset: number): CommitItem => ({
  pk: head.stream,
  sk: head.version + 1,
  v: head.version + events.length,
  c: commitId,
  t: events.map(({ type }) => type),
  e: JSON.stringify(
    events.map((event, index) => ({ id: `${commitId}.${offset + index}`, type: event.type, ...sealed(event) })),
  ),
  m: metadata,
});

/** The events of an item as they were written; throws when the item is not a commit (a ZodError, a SyntaxError). */
export const writtenIn = (item: CommitItem): readonly Recorded[] => {
  const { traceHeader, ...rest } = item.m;
  const metadata: Metadata = traceHeader === undefined ? rest : { ...rest, traceHeader };
  return StoredEvents.parse(JSON.parse(item.e)).map((event, index) => ({
    ...event,
    stream: item.pk,
    version: item.sk + index,
    metadata,
  }));
};
