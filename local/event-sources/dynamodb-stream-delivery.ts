import { randomUUID } from 'node:crypto';
import type { FunctionInvoker, InvokeResult, Log } from '../ports.ts';
import { failedItems } from './batch-item-failures.ts';
import { streamFailure } from './dynamodb-stream-failure.ts';
import type { StreamMapping } from './dynamodb-stream-mapping.ts';
import type { StreamRecord, StreamSlice } from './dynamodb-stream-reader.ts';
import type { Patience } from './patience.ts';

interface DeliveryNeeds {
  mapping: StreamMapping;
  invoker: FunctionInvoker;
  deadLetter: (arn: string, body: string) => Promise<void>;
  patience: Patience;
  log: Log;
}

type Outcome = { kind: 'done' } | { kind: 'failed'; from: number; result: InvokeResult };

/**
 * Hands records to the function until each is done or given up, as AWS's stream mapping does: partial answers, bisection,
 * retries, age, on-failure destination. `onDone` hears every record that needs no more work, in order.
 * Rejects only when it is stopped.
 */
export const streamDelivery = (needs: DeliveryNeeds) => (slice: StreamSlice, onDone: OnDone) =>
  deliver(needs, { ...slice, tries: 0, last: undefined }, onDone);

const deliver = async (needs: DeliveryNeeds, work: Work, onDone: OnDone): Promise<void> => {
  const { mapping, patience } = needs;
  const records = await youngEnough(needs, work, onDone);
  if (records.length === 0) return;
  const outcome = await attempt(needs, records);
  if (outcome.kind === 'done') return onDone(records);

  if (outcome.from > 0) onDone(records.slice(0, outcome.from));
  const left = records.slice(outcome.from);
  const failed: Work = { ...work, records: left, tries: work.tries + 1, last: outcome.result };
  if (isExhausted(mapping, failed, outcome.from)) {
    await giveUp(needs, 'RetryAttemptsExhausted', failed, left);
    return onDone(left);
  }
  await patience.wait(failed.tries);
  for (const part of retried(mapping, failed, outcome.from)) await deliver(needs, part, onDone);
};

const attempt = async ({ mapping, invoker }: DeliveryNeeds, records: readonly StreamRecord[]): Promise<Outcome> => {
  const result = await invoker.invoke(mapping.functionName, { Records: records });
  const from = firstFailure(mapping, records, result);
  return from === undefined ? { kind: 'done' } : { kind: 'failed', from, result };
};

const giveUp = async (
  { mapping, patience, deadLetter, log }: DeliveryNeeds,
  condition: GivenUp['condition'],
  work: Work,
  records: readonly StreamRecord[],
): Promise<void> => {
  const given = { condition, attempts: work.tries, result: work.last, requestId: randomUUID() };
  log.error('stream records were given up', { function: mapping.functionName, condition, records: records.length });
  const { onFailure } = mapping;
  if (onFailure === undefined) return;
  const body = JSON.stringify(streamFailure(mapping, { shardId: work.shardId, records }, given));
  await patience.untilDone(() => deadLetter(onFailure, body));
};

const isExhausted = (mapping: StreamMapping, { tries, records }: Work, from: number): boolean => {
  const splits = mapping.bisect && (records.length > 1 || from > 0);
  return mapping.maximumRetries >= 0 && tries > mapping.maximumRetries && !splits;
};

const retried = (mapping: StreamMapping, work: Work, from: number): readonly Work[] => {
  const { records } = work;
  if (!mapping.bisect || from > 0 || records.length === 1) return [work];
  const half = Math.ceil(records.length / 2);
  // A split costs no attempt, otherwise a poison record would take its neighbours along.
  return [records.slice(0, half), records.slice(half)].map((part) => ({ ...work, records: part, tries: 0 }));
};

const youngEnough = async (needs: DeliveryNeeds, work: Work, onDone: OnDone): Promise<readonly StreamRecord[]> => {
  const { maximumAgeSeconds } = needs.mapping;
  if (maximumAgeSeconds < 0) return work.records;
  const oldest = Date.now() / 1_000 - maximumAgeSeconds;
  const old = work.records.filter(({ dynamodb }) => dynamodb.ApproximateCreationDateTime < oldest);
  if (old.length === 0) return work.records;
  await giveUp(needs, 'RecordAgeExceeded', work, old);
  const young = work.records.filter((record) => !old.includes(record));
  if (young.length === 0) onDone(old);
  return young;
};

type OnDone = (records: readonly StreamRecord[]) => void;

interface Work extends StreamSlice {
  /** Failed attempts so far. */
  tries: number;
  last: InvokeResult | undefined;
}

/** Why and after what records were given up. */
export interface GivenUp {
  condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded';
  attempts: number;
  result: InvokeResult | undefined;
  requestId: string;
}

/** The index of the first record to try again; undefined when all are done. */
const firstFailure = (
  mapping: StreamMapping,
  records: readonly StreamRecord[],
  result: InvokeResult,
): number | undefined => {
  const failed = failedItems(result, mapping.partialResponses);
  if (failed === 'all') return 0;
  if (failed.length === 0) return undefined;
  const position = new Map(records.map(({ dynamodb }, index) => [dynamodb.SequenceNumber, index]));
  // An identifier that is not in the batch fails all of it.
  return Math.min(...failed.map((identifier) => position.get(identifier) ?? 0));
};
