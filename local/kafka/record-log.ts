import * as z from 'zod';
import type { State } from '../state.ts';
import { type ErrorCode, errorCode } from './error-code.ts';
import { producerSequences } from './producer-sequences.ts';
import { placedAt, type RecordBatch } from './record-batch.ts';
import { firstAtOrAfter, type RecordTime } from './record-times.ts';
import type { Topic } from './topic-store.ts';

/** The records of all topics: append at the end, read from anywhere. A refusal is an error code. */
export interface RecordLog {
  /** The offset of the batch's first record; for a batch that was stored before, the offset it got then. */
  append(topic: Topic, partition: number, batch: RecordBatch): { baseOffset: number } | { refused: ErrorCode };
  /** Whole batches, the first of which holds `offset`; at least one when there is one, however small `maxBytes`. */
  read(topic: Topic, partition: number, offset: number, maxBytes: number): Buffer[];
  /** The first record at or after an instant (ms); undefined when all are older. */
  findByTime(topic: Topic, partition: number, timestamp: number): RecordTime | undefined;
  /** Calls back after every append to that topic; the answer ends that. */
  onAppend(topic: string, listener: () => void): () => void;
}

const BytesRow = z.object({ bytes: z.instanceof(Uint8Array) });
const bufferOf = ({ bytes }: z.infer<typeof BytesRow>) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const recordLog = (state: State): RecordLog => {
  const listeners = new Map<string, Set<() => void>>();
  return {
    append: appending(state, (topic) => {
      for (const listener of [...(listeners.get(topic) ?? [])]) listener();
    }),
    read: reading(state),
    findByTime: findingByTime(state),
    onAppend(topic, listener) {
      const waiting = listeners.get(topic) ?? new Set();
      listeners.set(topic, waiting.add(listener));
      return () => {
        waiting.delete(listener);
        if (waiting.size === 0 && listeners.get(topic) === waiting) listeners.delete(topic);
      };
    },
  };
};

const appending = (state: State, announce: (topic: string) => void): RecordLog['append'] => {
  const sequences = producerSequences(state);
  const insert = state.prepare('INSERT INTO kafka_batch VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  return (topic, partition, batch) => {
    const baseOffset = topic.ends[partition];
    if (baseOffset === undefined) return { refused: errorCode.unknownTopicOrPartition };
    const verdict = sequences.check(topic, partition, batch);
    if (verdict !== 'next') return verdict;
    const { maxTimestamp, producerId, producerEpoch, baseSequence, recordCount } = batch;
    const lastOffset = baseOffset + recordCount - 1;
    const bytes = placedAt(batch, baseOffset);
    insert.run(
      topic.id,
      partition,
      baseOffset,
      lastOffset,
      maxTimestamp,
      producerId,
      producerEpoch,
      baseSequence,
      bytes,
    );
    sequences.remember(topic, partition, batch, baseOffset);
    topic.ends[partition] = lastOffset + 1;
    announce(topic.name);
    return { baseOffset };
  };
};

const reading = (state: State): RecordLog['read'] => {
  const select = state.prepare(
    `SELECT bytes FROM kafka_batch WHERE topic_id = ?1 AND partition = ?2 AND base_offset >= coalesce(
       (SELECT max(base_offset) FROM kafka_batch WHERE topic_id = ?1 AND partition = ?2 AND base_offset <= ?3), 0)
     ORDER BY base_offset`,
  );
  return (topic, partition, offset, maxBytes) => {
    if (offset >= (topic.ends[partition] ?? 0)) return [];
    const batches: Buffer[] = [];
    let size = 0;
    for (const row of select.iterate(topic.id, partition, offset)) {
      const bytes = bufferOf(BytesRow.parse(row));
      size += bytes.length;
      if (batches.length > 0 && size > maxBytes) break;
      batches.push(bytes);
    }
    return batches;
  };
};

const findingByTime = (state: State): RecordLog['findByTime'] => {
  const select = state.prepare(
    `SELECT bytes FROM kafka_batch WHERE topic_id = ? AND partition = ? AND max_timestamp >= ?
     ORDER BY base_offset LIMIT 1`,
  );
  return (topic, partition, timestamp) => {
    const row = BytesRow.optional().parse(select.get(topic.id, partition, timestamp));
    return row && firstAtOrAfter(bufferOf(row), timestamp);
  };
};
