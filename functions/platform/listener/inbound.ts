import * as z from 'zod';
import type { Recorded } from '../../../events/envelope.ts';
import { read } from '../event-store/event-codec.ts';
import type { Vault } from '../event-store/vault/port.ts';
import { recordedOf } from './cloud-event.ts';

/** How a record is named in a partial batch response. */
export type ItemIdentifier = string | { partition: string; offset: number };

/** A record of a batch, from whatever brought it. */
export interface Inbound {
  identifier: ItemIdentifier;
  /** Where it came from, for people: `topic-partition@offset` or a queue's message id. */
  origin: string;
  /** Records with the same key keep their order. */
  key: string;
  /** What arrived, as JSON, so that it can be looked at and sent again. */
  payload: unknown;
  /** The event in today's shape, opened as far as the vault allows; throws when the record cannot be understood. */
  event(vault: Vault): Promise<Recorded>;
}

const KafkaRecord = z.object({
  topic: z.string(),
  partition: z.number(),
  offset: z.number(),
  key: z.string().optional(),
  value: z.string().optional(),
  headers: z.array(z.record(z.string(), z.array(z.number()))).default([]),
});
const KafkaBatch = z.object({ records: z.record(z.string(), z.array(KafkaRecord)) });
const SqsBatch = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });

/** The records of a Kafka or SQS batch; throws for a payload that is neither. */
export const inboundOf = (payload: unknown): readonly Inbound[] => {
  const kafka = KafkaBatch.safeParse(payload);
  if (kafka.success)
    return Object.entries(kafka.data.records).flatMap(([partition, records]) =>
      records.map((record) => fromKafka(partition, record)),
    );
  return SqsBatch.parse(payload).Records.map(fromQueue);
};

const text = (base64: string | undefined) => Buffer.from(base64 ?? '', 'base64').toString('utf8');

const fromKafka = (partition: string, record: z.infer<typeof KafkaRecord>): Inbound => ({
  identifier: { partition, offset: record.offset },
  origin: `${partition}@${record.offset}`,
  key: record.key === undefined ? `${partition}@${record.offset}` : text(record.key),
  payload: record,
  event: async (vault) => {
    const headers = record.headers
      .flatMap((header) => Object.entries(header))
      .map(([name, bytes]) => [name.replace(/^ce_/, ''), Buffer.from(bytes).toString('utf8')]);
    return read(recordedOf({ ...Object.fromEntries(headers), data: JSON.parse(text(record.value)) }), vault);
  },
});

const Bridged = z.object({ detail: z.unknown() });

/** A message that an EventBridge rule put in the listener's queue. */
const fromQueue = ({ messageId, body }: z.infer<typeof SqsBatch>['Records'][number]): Inbound => ({
  identifier: messageId,
  origin: messageId,
  key: streamIn(body) ?? messageId,
  payload: body,
  event: async (vault) => read(recordedOf(Bridged.parse(JSON.parse(body)).detail), vault),
});

const streamIn = (body: string): string | undefined => {
  try {
    return recordedOf(Bridged.parse(JSON.parse(body)).detail).stream;
  } catch {
    return undefined;
  }
};
