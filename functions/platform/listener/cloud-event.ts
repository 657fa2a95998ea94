import * as z from 'zod';
import type { Recorded } from '../../../events/envelope.ts';
import type { Category } from '../../../events/topics.ts';
import { sourceOf } from '../../../events/topics.ts';
import { traceHeaderOf, traceparentOf } from './traceparent.ts';

/** The attributes of an event as CloudEvents 1.0 names them, in both modes. */
const Attributes = z.object({
  id: z.string().min(1),
  source: z.string(),
  specversion: z.literal('1.0'),
  type: z.string().min(1),
  time: z.iso.datetime(),
  /** The stream. */
  subject: z.string().regex(/^[^#]+#[^#]+#[^#]+$/),
  schemaversion: z.coerce.number().int().positive(),
  streamversion: z.coerce.number().int().positive(),
  previousversion: z.coerce.number().int().nonnegative(),
  correlationid: z.string(),
  causationid: z.string(),
  actor: z.string().regex(/^(member|listener|operator|anyone):/),
  traceparent: z.string().optional(),
  /** Personal data of the event; who has the subject's key puts it back into `data`. */
  sealed: z.string().optional(),
});
export const CloudEvent = Attributes.extend({ data: z.unknown() });
export type CloudEvent = z.infer<typeof CloudEvent>;

/** An event as CloudEvents' structured mode has it; also the source of the headers of the binary mode. */
export const cloudEventOf = (event: Recorded, category: Category): CloudEvent => {
  const { metadata } = event;
  const traceparent = metadata.traceHeader === undefined ? undefined : traceparentOf(metadata.traceHeader);
  return {
    specversion: '1.0',
    id: event.id,
    source: sourceOf(category),
    type: event.type,
    time: metadata.occurredAt,
    subject: event.stream,
    schemaversion: event.schemaVersion,
    streamversion: event.version,
    previousversion: event.version - 1,
    correlationid: metadata.correlationId,
    causationid: metadata.causationId,
    actor: `${metadata.actor.kind}:${metadata.actor.id}`,
    ...(traceparent !== undefined && { traceparent }),
    ...(event.sealed !== undefined && { sealed: event.sealed }),
    data: event.data,
  };
};

const ActorKind = z.enum(['member', 'listener', 'operator', 'anyone']);

/** The event in a CloudEvent; throws a ZodError for what is none. */
export const recordedOf = (value: unknown): Recorded => {
  const event = CloudEvent.parse(value);
  const colon = event.actor.indexOf(':');
  const traceHeader = event.traceparent === undefined ? undefined : traceHeaderOf(event.traceparent);
  return {
    id: event.id,
    type: event.type,
    schemaVersion: event.schemaversion,
    data: event.data,
    stream: event.subject,
    version: event.streamversion,
    ...(event.sealed !== undefined && { sealed: event.sealed }),
    metadata: {
      correlationId: event.correlationid,
      causationId: event.causationid,
      actor: { kind: ActorKind.parse(event.actor.slice(0, colon)), id: event.actor.slice(colon + 1) },
      occurredAt: event.time,
      ...(traceHeader !== undefined && { traceHeader }),
    },
  };
};
