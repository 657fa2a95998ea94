import type { FunctionInvoker, Log } from '../ports.ts';
import { type FailureRoutes, type GivenUp, sendToDestination } from './kafka-failure-destination.ts';
import { verdictOn } from './kafka-function-verdict.ts';
import type { KafkaMapping } from './kafka-mapping.ts';
import { kafkaPayload } from './kafka-payload.ts';
import type { KafkaRecord } from './kafka-record.ts';
import type { Patience } from './patience.ts';

export interface BatchNeeds extends FailureRoutes {
  mapping: KafkaMapping;
  bootstrapServers: string;
  invoker: FunctionInvoker;
  patience: Patience;
  log: Log;
  /** Whether this record is still ours: after a rebalance another consumer may have its partition. */
  isOurs(record: KafkaRecord): boolean;
  /** The order in which the function is given them; as they are unless told. */
  present?(records: readonly KafkaRecord[]): readonly KafkaRecord[];
  /** These records, which begin their partitions' remaining ones, need no more work. */
  settle(records: readonly KafkaRecord[]): void;
}

/**
 * Gives a batch to the function until every record is settled: by success, or at its failure destination when the
 * mapping's retries (`tried` so far) or its age limit have run out. Rejects only when the patience is stopped.
 */
export const processBatch = async (needs: BatchNeeds, batch: readonly KafkaRecord[], tried = 0): Promise<void> => {
  const { mapping, patience } = needs;
  let left = await stillWanted(needs, batch, tried);
  for (let tries = tried; left.length > 0; left = await stillWanted(needs, left, tries)) {
    const { remaining, failedWhole } = await tryOnce(needs, left);
    if (remaining.length === 0) return;
    if (failedWhole && mapping.bisect && remaining.length > 1) {
      await patience.wait(tries + 1);
      // Splitting finds the record at fault; as on AWS it does not use up the retries.
      await processHalves(needs, remaining, tries);
      return;
    }
    left = remaining;
    tries++;
    if (tries > (mapping.maximumRetries ?? Number.POSITIVE_INFINITY)) {
      await giveUp(needs, { records: left, condition: 'RetryAttemptsExhausted', attempts: tries });
      return;
    }
    await patience.wait(tries);
  }
};

/** One after the other: both halves may hold records of the same partition. */
const processHalves = async (needs: BatchNeeds, records: readonly KafkaRecord[], tries: number): Promise<void> => {
  const middle = Math.ceil(records.length / 2);
  await processBatch(needs, records.slice(0, middle), tries);
  await processBatch(needs, records.slice(middle), tries);
};

const tryOnce = async (needs: BatchNeeds, records: readonly KafkaRecord[]) => {
  const { mapping, bootstrapServers, invoker, log, present = (all) => all } = needs;
  const result = await invoker.invoke(mapping.functionName, kafkaPayload(mapping, bootstrapServers, present(records)));
  const verdict = verdictOn(mapping, records, result);
  const remaining: readonly KafkaRecord[] =
    verdict.kind === 'done' ? [] : verdict.kind === 'partly' ? verdict.left : records;
  const kept = new Set(remaining);
  needs.settle(records.filter((record) => !kept.has(record)));
  if (verdict.kind === 'failed') {
    log.warn('a batch of Kafka records failed', { ...about(mapping, records), why: verdict.why });
  }
  return { remaining, failedWhole: verdict.kind === 'failed' };
};

/** Drops what has gone to another consumer, and gives up the records in front that have become too old. */
const stillWanted = async (
  needs: BatchNeeds,
  batch: readonly KafkaRecord[],
  tries: number,
): Promise<readonly KafkaRecord[]> => {
  const records = batch.filter(needs.isOurs);
  const oldest = Date.now() - (needs.mapping.maximumAgeMs ?? Number.POSITIVE_INFINITY);
  const youngFrom = new Set<number>();
  const expired = records.filter(({ partition, timestamp }) => {
    // Only in front: what lies behind a younger record must not be settled before it.
    if (timestamp >= oldest) youngFrom.add(partition);
    return !youngFrom.has(partition);
  });
  if (expired.length === 0) return records;
  await giveUp(needs, { records: expired, condition: 'RecordAgeExceeded', attempts: tries });
  const gone = new Set(expired);
  return records.filter((record) => !gone.has(record));
};

const giveUp = async (needs: BatchNeeds, given: GivenUp): Promise<void> => {
  const { mapping, bootstrapServers, patience, log } = needs;
  await patience.untilDone(() => sendToDestination(mapping, bootstrapServers, given, needs));
  const { condition, attempts } = given;
  const destination = mapping.onFailure ?? 'nowhere: there is no failure destination';
  log.error('Kafka records were given up', { ...about(mapping, given.records), condition, attempts, destination });
  needs.settle(given.records);
};

const about = (mapping: KafkaMapping, records: readonly KafkaRecord[]) => ({
  function: mapping.functionName,
  topic: mapping.topic,
  records: records.length,
  from: records[0] && `${records[0].partition}@${records[0].offset}`,
});
