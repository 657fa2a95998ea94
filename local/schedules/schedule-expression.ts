import { cronTimes } from './cron.ts';
import { InvalidSchedule } from './invalid-schedule.ts';

/** The instants at which a schedule is due. */
export interface Schedule {
  /** The first due instant after `instant`; undefined when there is none. `since` is when the schedule began. */
  next(instant: Date, since: Date): Date | undefined;
}

const RATE = /^rate\((\d+) (minute|hour|day)s?\)$/;
const CRON = /^cron\((.+)\)$/;
const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Reads `rate(5 minutes)` or `cron(0 15 * * ? *)`, in UTC. Throws an `InvalidSchedule`. */
export const scheduleExpression = (expression: string): Schedule => {
  const [, count, unit] = RATE.exec(expression) ?? [];
  if (count !== undefined && unit !== undefined && Number(count) > 0)
    return every(Number(count) * (UNIT_MS[unit] ?? 0));
  const [, fields] = CRON.exec(expression) ?? [];
  if (fields === undefined) throw new InvalidSchedule(`${expression} is neither rate(…) nor cron(…)`);
  const next = cronTimes(fields);
  return { next };
};

const every = (interval: number): Schedule => ({
  next(instant, since) {
    const passed = Math.max(0, Math.floor((instant.getTime() - since.getTime()) / interval));
    return new Date(since.getTime() + (passed + 1) * interval);
  },
});
