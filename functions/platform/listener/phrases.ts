import { v7 as uuid } from 'uuid';
import { contractOf } from '../../../events/catalog.ts';
import type { Recorded } from '../../../events/envelope.ts';
import { cloudEventOf } from './cloud-event.ts';

/** Words of the listener tests. */
export const recorded = (type: string, stream: string, version: number, data: unknown): Recorded => ({
  id: uuid(),
  type,
  schemaVersion: 1,
  stream,
  version,
  data,
  metadata: {
    correlationId: 'correlation',
    causationId: 'cause',
    actor: { kind: 'member', id: 'aki' },
    traceHeader: 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1',
    occurredAt: '2026-05-01T00:00:00.000Z',
  },
});

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** A Kafka payload as Lambda's poller builds it, all events on one partition. */
export const kafkaPayload = (events: readonly Recorded[], partition = 'bunko.loan-0') => ({
  eventSource: 'SelfManagedKafka',
  bootstrapServers: '127.0.0.1:9092',
  records: {
    [partition]: events.map((event, offset) => {
      const { data, traceparent, ...attributes } = cloudEventOf(event, contractOf(event.type)?.category ?? 'loan');
      const headers = Object.entries(attributes).map(([name, value]) => ({
        [`ce_${name}`]: [...Buffer.from(String(value))],
      }));
      return {
        topic: 'bunko.loan',
        partition: 0,
        offset,
        timestamp: 0,
        timestampType: 'CREATE_TIME',
        key: base64(event.stream),
        value: base64(JSON.stringify(data)),
        headers: [...headers, { traceparent: [...Buffer.from(traceparent ?? '')] }],
      };
    }),
  },
});

/** The same events as messages that an EventBridge rule put into a queue. */
export const queuePayload = (events: readonly Recorded[]) => ({
  Records: events.map((event) => ({
    messageId: event.id,
    body: JSON.stringify({ detail: cloudEventOf(event, contractOf(event.type)?.category ?? 'loan') }),
  })),
});
