import * as z from 'zod';
import type { Metadata, Recorded } from '../../../events/envelope.ts';
import { read, type WrittenEvent, written } from './event-codec.ts';
import { type Packed, pack, unpack } from './packing.ts';
import type { Append } from './port.ts';
import type { Safekeeping } from './safekeeping.ts';

const Actor = z.object({ kind: z.enum(['member', 'listener', 'operator', 'anyone']), id: z.string() });

const StoredEvents = z.array(
  z.object({
    id: z.string(),
    type: z.string(),
    schemaVersion: z.number().int(),
    data: z.unknown(),
    sealed: z.string().optional(),
  }),
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
  /** The events, as JSON; or `z`, the same compressed; or `x`, the key of the object that holds it. */
  e: z.string().optional(),
  z: z.instanceof(Uint8Array).optional(),
  x: z.string().optional(),
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
export const itemOf = async (
  commitId: string,
  { head, events }: Append,
  metadata: Metadata,
  offset: number,
  { vault, blobs }: Safekeeping,
): Promise<CommitItem> => {
  const sealed: readonly WrittenEvent[] = await Promise.all(
    events.map((event, index) => written(event, `${commitId}.${offset + index}`, vault)),
  );
  return {
    pk: head.stream,
    sk: head.version + 1,
    v: head.version + events.length,
    c: commitId,
    t: events.map(({ type }) => type),
    ...(await pack(head.stream, head.version + 1, JSON.stringify(sealed), blobs)),
    m: metadata,
  };
};

/**
 * The events of an item as they were written, personal data still sealed; throws when the item is not a commit (a ZodError,
 * a SyntaxError).
 */
export const writtenIn = async (item: CommitItem, blobs: Safekeeping['blobs']): Promise<readonly Recorded[]> => {
  const { traceHeader, ...rest } = item.m;
  const metadata: Metadata = traceHeader === undefined ? rest : { ...rest, traceHeader };
  const events = StoredEvents.parse(JSON.parse(await unpack(packedIn(item), blobs)));
  return events.map(({ sealed, ...event }, index) => ({
    ...event,
    ...(sealed !== undefined && { sealed }),
    stream: item.pk,
    version: item.sk + index,
    metadata,
  }));
};

/** The events of an item as everybody sees them. */
export const eventsIn = async (item: CommitItem, { vault, blobs }: Safekeeping): Promise<readonly Recorded[]> =>
  Promise.all((await writtenIn(item, blobs)).map((event) => read(event, vault)));

const packedIn = ({ pk, sk, e, z: compressed, x }: CommitItem): Packed => {
  if (e !== undefined) return { e };
  if (compressed !== undefined) return { z: compressed };
  if (x !== undefined) return { x };
  throw new SyntaxError(`the commit ${pk} ${sk} has no events`);
};
