import { v7 as uuid } from 'uuid';
import type { Recorded } from '../../../events/envelope.ts';
import type { Listener } from '../../../events/subscriptions.ts';
import type { DeadLetters, FailedRecord } from '../dead-letters/port.ts';
import { ContractBroken } from '../event-store/event-codec.ts';
import type { Vault } from '../event-store/vault/port.ts';
import { lambda } from '../lambda.ts';
import { telemetry } from '../telemetry.ts';
import { heard } from './heard.ts';
import { type Inbound, type ItemIdentifier, inboundOf } from './inbound.ts';
import { NotYet } from './not-yet.ts';

/** A partial batch response: only what failed comes back. */
export interface BatchResponse {
  batchItemFailures: { itemIdentifier: ItemIdentifier }[];
}

/** What a listener does with one event. Must be safe to repeat; a thrown error means: bring it again. */
export type Apply = (event: Recorded) => Promise<void>;

/** A record that failed this often is set aside for a person. */
const MOST_ATTEMPTS = 5;

/** A listener: its name, what it does, where its failures go, and whose personal data it may read. */
export interface Listening {
  listener: Listener;
  apply: Apply;
  deadLetters: DeadLetters;
  vault: Vault;
}

/** The Lambda of a listener, fed by Kafka or by a queue. */
export const listen = (listening: Listening) =>
  lambda<unknown, BatchResponse>((payload, { awsRequestId }) => takeBatch(listening, payload, awsRequestId));

/**
 * Takes a batch: keys side by side, records of one key in order. When one fails, the later ones of its key go back
 * too; a record that cannot be understood, or that failed too often, is set aside and blocks nobody. `delivery` names this
 * bringing of the batch: what fails twice in one counts once.
 */
export const takeBatch = async (
  listening: Listening,
  payload: unknown,
  delivery: string = uuid(),
): Promise<BatchResponse> => {
  const byKey = Map.groupBy(inboundOf(payload), ({ key }) => key);
  const failures = await Promise.all([...byKey.values()].map((records) => takeInOrder(listening, records, delivery)));
  return { batchItemFailures: failures.flat().map(({ identifier }) => ({ itemIdentifier: identifier })) };
};

const takeInOrder = async (
  listening: Listening,
  records: readonly Inbound[],
  delivery: string,
): Promise<readonly Inbound[]> => {
  for (const [index, record] of records.entries())
    if (!(await take(listening, record, delivery))) return records.slice(index);
  return [];
};

/** Whether the record is done with: applied, or set aside. */
const take = async (
  { listener, apply, deadLetters, vault }: Listening,
  record: Inbound,
  delivery: string,
): Promise<boolean> => {
  let event: Recorded | undefined;
  try {
    event = await record.event(vault);
    if (heard(listener, event)) await apply(event);
    return true;
  } catch (error) {
    if (error instanceof NotYet) return false;
    const failed = failedRecord(listener, record, event, error, delivery);
    telemetry.warn('a record failed', { ...failed, payload: undefined });
    const isHopeless = event === undefined || error instanceof ContractBroken;
    if (!isHopeless && (await deadLetters.failed(failed)) < MOST_ATTEMPTS) return false;
    telemetry.count('Quarantined', 1);
    await deadLetters.quarantine(failed);
    return true;
  }
};

const failedRecord = (
  consumer: Listener,
  { origin, payload }: Inbound,
  event: Recorded | undefined,
  error: unknown,
  delivery: string,
): FailedRecord => ({
  consumer,
  recordId: event?.id ?? origin,
  origin,
  reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  payload,
  delivery,
  at: new Date().toISOString(),
});
