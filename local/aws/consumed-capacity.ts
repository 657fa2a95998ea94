import * as z from 'zod';
import type { Meter } from '../observe/meter.ts';
import { tableNameOf } from './dynamodb-access.ts';

const Consumed = z.object({ TableName: z.string(), CapacityUnits: z.number() });
const Answer = z.object({ ConsumedCapacity: z.union([Consumed.transform((one) => [one]), z.array(Consumed)]) });
const Refusal = z.object({ __type: z.string(), CancellationReasons: z.array(z.unknown()).optional() });

/** A refused write is charged like the smallest one; in a transaction like the smallest there. */
const REFUSED = 1;
const REFUSED_IN_TRANSACTION = 2;

/** The request, which now also asks how much it consumes. */
export const askingForCapacity = (body: Buffer): Buffer =>
  Buffer.from(JSON.stringify({ ...JSON.parse(body.toString('utf8')), ReturnConsumedCapacity: 'TOTAL' }));

interface Answered {
  body: Buffer;
  /** Tables written; none for a read. */
  written: readonly string[];
}

/** Counts what an answer says was consumed. */
export const meterCapacity = (meter: Meter, { body, written }: Answered): void => {
  const answer: unknown = JSON.parse(body.toString('utf8'));
  const consumed = Answer.safeParse(answer).data?.ConsumedCapacity ?? [];
  const measure = written.length > 0 ? 'write-units' : 'read-units';
  for (const { TableName, CapacityUnits } of consumed) meter(measure, tableNameOf(TableName), CapacityUnits);
  const type = Refusal.safeParse(answer).data?.__type ?? '';
  if (type.endsWith('ConditionalCheckFailedException'))
    for (const table of written) meter('write-units', table, REFUSED);
  if (type.endsWith('TransactionCanceledException'))
    for (const table of written) meter('write-units', table, REFUSED_IN_TRANSACTION);
};
