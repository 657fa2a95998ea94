import * as z from 'zod';
import type { InvokeResult } from '../ports.ts';
import type { KafkaMapping } from './kafka-mapping.ts';
import { partitionName } from './kafka-payload.ts';
import type { KafkaRecord } from './kafka-record.ts';

/** What an answer means for the batch: some records may be left over (from the lowest failed offset of a partition). */
export type Verdict =
  | { kind: 'done' }
  | { kind: 'failed'; why: string }
  | { kind: 'partly'; left: readonly KafkaRecord[] };

const Failure = z.object({ itemIdentifier: z.object({ partition: z.string(), offset: z.int() }) });
const PartialResponse = z.object({ batchItemFailures: z.array(Failure).nullish() }).nullish();

/** Reads a function's answer as AWS does: an answer that makes no sense, or names a record not sent, fails the batch. */
export const verdictOn = (mapping: KafkaMapping, records: readonly KafkaRecord[], result: InvokeResult): Verdict => {
  if (!result.ok) return { kind: 'failed', why: `${result.errorType}: ${result.errorMessage}` };
  if (!mapping.partialResponses) return { kind: 'done' };
  const parsed = PartialResponse.safeParse(result.payload);
  if (!parsed.success) return { kind: 'failed', why: 'its answer is not a partial batch response' };

  const failures = (parsed.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  const nameOf = ({ partition }: KafkaRecord) => partitionName(mapping.topic, partition);
  const sent = new Set(records.map((record) => `${nameOf(record)}@${record.offset}`));
  const unknown = failures.find(({ partition, offset }) => !sent.has(`${partition}@${offset}`));
  if (unknown)
    return { kind: 'failed', why: `it failed ${unknown.partition}@${unknown.offset}, which it was not given` };
  if (failures.length === 0) return { kind: 'done' };

  const lowest = new Map<string, number>();
  for (const { partition, offset } of failures) {
    lowest.set(partition, Math.min(offset, lowest.get(partition) ?? offset));
  }
  return {
    kind: 'partly',
    left: records.filter((record) => record.offset >= (lowest.get(nameOf(record)) ?? Infinity)),
  };
};
