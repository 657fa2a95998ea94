import * as z from 'zod';

const FromKafka = z.looseObject({ topic: z.string(), partition: z.number(), offset: z.number() });

/** The batch that brings one record again, made of the payload that was kept when it failed. Throws for what is none. */
export const batchOf = (payload: unknown, recordId: string): unknown => {
  if (typeof payload === 'string') return { Records: [{ messageId: recordId, body: payload }] };
  const record = FromKafka.parse(payload);
  return { records: { [`${record.topic}-${record.partition}`]: [record] } };
};
