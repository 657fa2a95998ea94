import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { State } from '../state.ts';
import type { Queue } from './sqs-queues.ts';

/** A user attribute of a message as the JSON protocol writes it; binary values are base64. */
export const MessageAttribute = z.object({
  DataType: z.string().min(1),
  StringValue: z.string().optional(),
  BinaryValue: z.string().optional(),
});
export const MessageAttributes = z.record(z.string(), MessageAttribute);
export type MessageAttributes = z.infer<typeof MessageAttributes>;

/** A message that was received and is hidden from other receivers for a while. */
export interface ReceivedMessage {
  messageId: string;
  receiptHandle: string;
  body: string;
  attributes: MessageAttributes;
  sentAt: number;
  firstReceivedAt: number;
  receiveCount: number;
}

export interface MessageCounts {
  visible: number;
  inFlight: number;
  delayed: number;
}

const TABLE = `
  CREATE TABLE IF NOT EXISTS sqs_messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, message_id TEXT NOT NULL, body TEXT NOT NULL,
    attributes TEXT NOT NULL, sent_at INTEGER NOT NULL, visible_at INTEGER NOT NULL, receipt TEXT,
    receive_count INTEGER NOT NULL DEFAULT 0, first_received_at INTEGER);
  CREATE INDEX IF NOT EXISTS sqs_messages_by_queue ON sqs_messages (queue, visible_at);
  CREATE INDEX IF NOT EXISTS sqs_messages_by_receipt ON sqs_messages (receipt);`;

const Row = z.object({
  id: z.number(),
  message_id: z.string(),
  body: z.string(),
  attributes: z.string().transform((text) => MessageAttributes.parse(JSON.parse(text))),
  sent_at: z.number(),
  receive_count: z.number(),
  first_received_at: z.number().nullable(),
});

const statements = (state: State) => {
  state.exec(TABLE);
  return {
    add: state.prepare(
      'INSERT INTO sqs_messages (queue, message_id, body, attributes, sent_at, visible_at) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    due: state.prepare(
      'SELECT * FROM sqs_messages WHERE queue = ? AND visible_at <= ? ORDER BY visible_at, id LIMIT ?',
    ),
    take: state.prepare(
      `UPDATE sqs_messages SET visible_at = ?, receipt = ?, receive_count = receive_count + 1,
       first_received_at = coalesce(first_received_at, ?) WHERE id = ?`,
    ),
    move: state.prepare(
      'UPDATE sqs_messages SET queue = ?, visible_at = ?, receipt = NULL, receive_count = 0 WHERE id = ?',
    ),
    expire: state.prepare('DELETE FROM sqs_messages WHERE queue = ? AND sent_at < ?'),
    remove: state.prepare('DELETE FROM sqs_messages WHERE queue = ? AND receipt = ?'),
    hide: state.prepare('UPDATE sqs_messages SET visible_at = ? WHERE queue = ? AND receipt = ?'),
    purge: state.prepare('DELETE FROM sqs_messages WHERE queue = ?'),
    next: state.prepare('SELECT min(visible_at) AS at FROM sqs_messages WHERE queue = ?'),
    count: state.prepare(
      `SELECT count(*) FILTER (WHERE visible_at <= :now) AS visible,
       count(*) FILTER (WHERE visible_at > :now AND receipt IS NOT NULL) AS inFlight,
       count(*) FILTER (WHERE visible_at > :now AND receipt IS NULL) AS delayed
       FROM sqs_messages WHERE queue = :queue AND sent_at >= :oldest`,
    ),
  };
};

const Counts = z.object({ visible: z.number(), inFlight: z.number(), delayed: z.number() });
const Next = z.object({ at: z.number().nullable() });

/** The durable messages of all queues; every instant is in milliseconds of the movable clock. */
export const messageTable = (state: State) => {
  const sql = statements(state);

  return {
    add(queue: Queue, body: string, attributes: MessageAttributes, now: number, delayMs: number): string {
      const id = randomUUID();
      sql.add.run(queue.arn, id, body, JSON.stringify(attributes), now, now + delayMs);
      return id;
    },
    /** Takes up to `limit` visible messages; `exhausted` ones go to the dead-letter queue, whose ARN `moved` hears. */
    take(
      queue: Queue,
      limit: number,
      visibilityMs: number,
      now: number,
      moved: (arn: string) => void,
    ): ReceivedMessage[] {
      sql.expire.run(queue.arn, now - queue.retentionMs);
      const taken: ReceivedMessage[] = [];
      for (const raw of sql.due.all(queue.arn, now, limit)) {
        const row = Row.parse(raw);
        const { redrive } = queue;
        if (redrive && row.receive_count >= redrive.maxReceiveCount) {
          sql.move.run(redrive.queueArn, now, row.id);
          moved(redrive.queueArn);
          continue;
        }
        const receipt = randomUUID();
        sql.take.run(now + visibilityMs, receipt, now, row.id);
        taken.push(received(row, receipt, now));
      }
      return taken;
    },
    /** Whether the receipt was the latest of its message. */
    remove: (queue: Queue, receipt: string): boolean => sql.remove.run(queue.arn, receipt).changes > 0,
    hide: (queue: Queue, receipt: string, until: number): boolean =>
      sql.hide.run(until, queue.arn, receipt).changes > 0,
    purge: (queue: Queue): void => void sql.purge.run(queue.arn),
    /** The first instant at which a message is or becomes visible. */
    nextVisibleAt: (queue: Queue): number | undefined => Next.parse(sql.next.get(queue.arn)).at ?? undefined,
    counts: (queue: Queue, now: number): MessageCounts =>
      Counts.parse(sql.count.get({ now, queue: queue.arn, oldest: now - queue.retentionMs })),
  };
};

const received = (row: z.infer<typeof Row>, receiptHandle: string, now: number): ReceivedMessage => ({
  messageId: row.message_id,
  receiptHandle,
  body: row.body,
  attributes: row.attributes,
  sentAt: row.sent_at,
  firstReceivedAt: row.first_received_at ?? now,
  receiveCount: row.receive_count + 1,
});
