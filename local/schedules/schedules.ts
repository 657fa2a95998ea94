import type { EventBuses } from '../aws/eventbridge-buses.ts';
import type { EventDelivery } from '../aws/eventbridge-delivery.ts';
import { type Rule, RuleProblem } from '../aws/eventbridge-rules.ts';
import type { Activity, Clock, Log, Running } from '../ports.ts';
import type { State } from '../state.ts';
import { type LastRuns, lastRuns, type Progress } from './last-runs.ts';
import { type Schedule, scheduleExpression } from './schedule-expression.ts';

interface SchedulesOptions {
  buses: EventBuses;
  delivery: EventDelivery;
  clock: Clock;
  state: State;
  activity: Activity;
  log: Log;
}

interface Scheduled {
  rule: Rule;
  schedule: Schedule;
  progress: Progress;
}

interface Due {
  scheduled: Scheduled;
  at: Date;
}

/** Of instants missed while the runtime was down, the latest ones are made up for. */
const MISSED_AT_START = 60;
/** A move of the clock starts at most this many instants of one schedule: more than a year of days. */
const MISSED_BY_A_MOVE = 400;
/** Timers are short, because a process timer knows nothing of a laptop that slept. */
const LONGEST_TIMER_MS = 30_000;
const AGAIN_AFTER_MS = 1_000;

/**
 * Starts the rules with a `ScheduleExpression` on the movable clock: one run per due instant, in order of time, durable
 * before it counts as started. When the clock moves, the mover waits until all due runs were tried. Throws a `RuleProblem`.
 */
export const startSchedules = (options: SchedulesOptions): Running => {
  const { buses, clock, state, activity, log } = options;
  const runs = lastRuns(state);
  const all = scheduledRules(buses.rules, runs, clock.now());
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let working: Promise<void> = Promise.resolve();

  const catchUp = async (limit: number) => {
    const now = clock.now();
    const due = all.flatMap((one) => dueInstants(one, now, limit, log)).toSorted(byTime);
    for (const one of due) if (!stopped) await start(options, runs, one);
  };
  const run = (limit: number): Promise<void> => {
    const failed = (error: unknown) => log.error('a schedule failed', { error: String(error) });
    working = working.then(() => catchUp(limit)).catch(failed);
    return working.finally(arm);
  };
  const arm = () => {
    clearTimeout(timer);
    const wait = untilNext(all, clock.now());
    if (!stopped && wait !== undefined) timer = setTimeout(() => void run(MISSED_BY_A_MOVE), wait);
  };

  clock.onMove(() => run(MISSED_BY_A_MOVE));
  activity.source(() => all.filter((one) => isDue(one, clock.now())).map(({ rule }) => `schedule ${rule.name} is due`));
  run(MISSED_AT_START);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
};

const start = async ({ buses, delivery }: SchedulesOptions, runs: LastRuns, { scheduled, at }: Due): Promise<void> => {
  const { rule, progress } = scheduled;
  const about = { source: 'aws.events', detailType: 'Scheduled Event', detail: {}, resources: [rule.arn], time: at };
  const parcels = buses.putForRule(rule, buses.stamp(about), () => runs.advance(rule.arn, at));
  progress.upTo = at;
  await delivery.tried(parcels);
};

/** Milliseconds until something is due, at most one timer's length; undefined when nothing ever is. */
const untilNext = (all: readonly Scheduled[], now: Date): number | undefined => {
  const next = Math.min(...all.map((one) => nextOf(one)?.getTime() ?? Number.POSITIVE_INFINITY));
  if (next === Number.POSITIVE_INFINITY) return undefined;
  const wait = next - now.getTime();
  // What is due now has just failed to start.
  return wait > 0 ? Math.min(LONGEST_TIMER_MS, wait) : AGAIN_AFTER_MS;
};

const byTime = (one: Due, other: Due): number => one.at.getTime() - other.at.getTime();

const nextOf = ({ schedule, progress }: Scheduled): Date | undefined => schedule.next(progress.upTo, progress.since);

const isDue = (one: Scheduled, now: Date): boolean => {
  const next = nextOf(one);
  return next !== undefined && next <= now;
};

/** The due instants up to `now`, the last `limit` of them; older ones are left out and said so. */
const dueInstants = (scheduled: Scheduled, now: Date, limit: number, log: Log): Due[] => {
  const { rule, schedule, progress } = scheduled;
  const due: Due[] = [];
  let leftOut = 0;
  for (let at = nextOf(scheduled); at && at <= now; at = schedule.next(at, progress.since)) {
    due.push({ scheduled, at });
    if (due.length > limit) {
      due.shift();
      leftOut++;
    }
  }
  if (leftOut > 0) log.warn('runs of a schedule were left out', { rule: rule.name, leftOut });
  return due;
};

const scheduledRules = (rules: readonly Rule[], runs: LastRuns, now: Date): Scheduled[] =>
  rules.flatMap((rule) => {
    if (rule.schedule === undefined) return [];
    try {
      const schedule = scheduleExpression(rule.schedule);
      return [{ rule, schedule, progress: runs.of(rule.arn, rule.schedule, now) }];
    } catch (error) {
      throw new RuleProblem(`Rule ${rule.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
