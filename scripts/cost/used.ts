import * as z from 'zod';
import { type Line, line } from './bill.ts';
import type { MeasuredJourney } from './measured.ts';
import { GB } from './prices.ts';
import type { Resource } from './stage-resources.ts';

const FunctionProperties = z.object({ FunctionName: z.string(), MemorySize: z.number() });

/** Memory of each function of a stage in MB, by its name without the stage's prefix. */
export const memoryOf = (resources: readonly Resource[], prefix: string): ReadonlyMap<string, number> =>
  new Map(
    resources.flatMap(({ Type, Properties }) => {
      const one = Type === 'AWS::Lambda::Function' ? FunctionProperties.safeParse(Properties).data : undefined;
      return one ? [[one.FunctionName.replace(prefix, ''), one.MemorySize] as const] : [];
    }),
  );

const MB_PER_GB = 1024;
const sum = (amounts: Readonly<Record<string, number>> = {}): number =>
  Object.values(amounts).reduce((total, one) => total + one, 0);

const gbSeconds = (milliseconds: Readonly<Record<string, number>> = {}, memory: ReadonlyMap<string, number>): number =>
  Object.entries(milliseconds).reduce((total, [name, duration]) => {
    const size = memory.get(name);
    if (size === undefined) throw new Error(`${name} was measured and is not in the stage: npm run cost -- --measure`);
    return total + (duration / 1000) * (size / MB_PER_GB);
  }, 0);

const callsOf = (calls: Readonly<Record<string, number>> = {}, isOne: (action: string) => boolean): number =>
  sum(Object.fromEntries(Object.entries(calls).filter(([action]) => isOne(action))));

/**
 * What so many journeys cost: what was measured, divided by how often it was done. Throws when a function was measured
 * that the stage does not have.
 */
export const usedLines = (
  { times, used }: Pick<MeasuredJourney, 'times' | 'used'>,
  volume: number,
  memory: ReadonlyMap<string, number>,
): readonly Line[] => {
  const each = (total: number) => (total / times) * volume;
  const { calls, milliseconds } = used;
  const batches = sum(used['queue-batches']);
  return [
    line('requests of the API', each(sum(used['api-requests'])), 'http-api'),
    line('invocations', each(sum(used.invocations)), 'lambda-requests'),
    line('time of functions', each(gbSeconds(milliseconds, memory)), 'lambda-arm'),
    line('writes of tables', each(sum(used['write-units'])), 'dynamodb-write'),
    line('reads of tables', each(sum(used['read-units'])), 'dynamodb-read'),
    line('events on the bus', each(sum(used['bus-entries'])), 'bus'),
    // Each message is sent; each batch is received and deleted.
    line('requests of queues', each(sum(used['queue-messages']) + 2 * batches), 'queue'),
    line('transitions of sagas', each(sum(used.transitions)), 'transition'),
    line('mails', each(callsOf(calls, (action) => action === 'ses:SendEmail')), 'mail'),
    line('signatures', each(callsOf(calls, (action) => action === 'kms:Sign')), 'signature'),
    line(
      'uses of keys',
      each(callsOf(calls, (action) => action.startsWith('kms:') && action !== 'kms:Sign')),
      'key-use',
    ),
    line('lines of logs', each(sum(used['log-bytes'])) / GB, 'logs'),
    line('traces', each(sum(used.traces)), 'trace'),
    line('bytes into topics', each(sum(used['topic-bytes-in'])) / GB, 'kafka-in'),
    line('bytes out of topics', each(sum(used['topic-bytes-out'])) / GB, 'kafka-out'),
  ];
};
