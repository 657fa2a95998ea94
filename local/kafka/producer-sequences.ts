import * as z from 'zod';
import type { State } from '../state.ts';
import { type ErrorCode, errorCode } from './error-code.ts';
import type { RecordBatch } from './record-batch.ts';
import type { Topic } from './topic-store.ts';

/** As in Apache Kafka: a producer may have five requests on their way, so a repeat is among the last five batches. */
const REMEMBERED = 5;
/** Producers come and go; what is forgotten here is read again from the log. */
const MAX_PRODUCERS_IN_MEMORY = 10_000;
const MAX_SEQUENCE = 2 ** 31;

interface Written {
  epoch: number;
  first: number;
  count: number;
  baseOffset: number;
}

type Verdict = 'next' | { baseOffset: number } | { refused: ErrorCode };

const WrittenRows = z.array(
  z.object({ producer_epoch: z.number(), base_sequence: z.number(), base_offset: z.number(), last_offset: z.number() }),
);

/** Tells an idempotent producer's next batch from its repeats. The log itself is the durable memory. */
export const producerSequences = (state: State) => {
  const written = new Map<string, Written[]>();
  const read = lastWritten(state);

  const of = (topic: Topic, partition: number, producerId: number): Written[] => {
    const key = `${topic.id}/${partition}/${producerId}`;
    const known = written.get(key) ?? read(topic.id, partition, producerId);
    if (written.size >= MAX_PRODUCERS_IN_MEMORY) written.clear();
    written.set(key, known);
    return known;
  };

  return {
    check(topic: Topic, partition: number, batch: RecordBatch): Verdict {
      return batch.producerId < 0 ? 'next' : verdictOn(batch, of(topic, partition, batch.producerId));
    },
    remember(topic: Topic, partition: number, batch: RecordBatch, baseOffset: number): void {
      if (batch.producerId < 0) return;
      const known = of(topic, partition, batch.producerId);
      known.push({ epoch: batch.producerEpoch, first: batch.baseSequence, count: batch.recordCount, baseOffset });
      if (known.length > REMEMBERED) known.shift();
    },
  };
};

const verdictOn = (batch: RecordBatch, known: readonly Written[]): Verdict => {
  const last = known.at(-1);
  // The first batch of a producer may carry any number: its earlier ones may have gone with a deleted topic.
  if (!last) return 'next';
  if (batch.producerEpoch < last.epoch) return { refused: errorCode.invalidProducerEpoch };
  if (batch.producerEpoch > last.epoch)
    return batch.baseSequence === 0 ? 'next' : { refused: errorCode.outOfOrderSequence };

  const repeated = known.find(
    ({ epoch, first, count }) =>
      epoch === batch.producerEpoch && first === batch.baseSequence && count === batch.recordCount,
  );
  if (repeated) return { baseOffset: repeated.baseOffset };
  if (batch.baseSequence === (last.first + last.count) % MAX_SEQUENCE) return 'next';
  return { refused: batch.baseSequence < last.first ? errorCode.duplicateSequence : errorCode.outOfOrderSequence };
};

const lastWritten = (state: State) => {
  const select = state.prepare(
    `SELECT producer_epoch, base_sequence, base_offset, last_offset FROM kafka_batch
     WHERE topic_id = ? AND partition = ? AND producer_id = ? AND producer_id >= 0 ORDER BY base_offset DESC LIMIT ${REMEMBERED}`,
  );
  return (topicId: number, partition: number, producerId: number): Written[] =>
    WrittenRows.parse(select.all(topicId, partition, producerId))
      .map((row) => ({
        epoch: row.producer_epoch,
        first: row.base_sequence,
        count: row.last_offset - row.base_offset + 1,
        baseOffset: row.base_offset,
      }))
      .toReversed();
};
