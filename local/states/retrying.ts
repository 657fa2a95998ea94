import * as z from 'zod';
import type { Json, Retrier } from './asl-states.ts';
import type { StateDefinition } from './definition.ts';
import type { Fiber } from './fiber.ts';
import { type Failure, failureIn, firstMatch } from './state-failure.ts';

/** How long to wait before the `retry`th retry (from 0), milliseconds; full jitter takes anything up to that. */
export const retryDelay = (retrier: Retrier, retry: number, random: () => number): number => {
  const { IntervalSeconds, BackoffRate, MaxDelaySeconds = Number.POSITIVE_INFINITY, JitterStrategy } = retrier;
  const seconds = Math.min(MaxDelaySeconds, IntervalSeconds * BackoffRate ** retry);
  return Math.round(seconds * 1_000 * (JitterStrategy === 'FULL' ? random() : 1));
};

const Instant = z.number();

/** Counts what each retrier of a state has allowed so far. */
const patience = (retriers: readonly Retrier[], isTask: boolean) => {
  const spent = new Map<Retrier, number>();
  return (failure: Failure): { retrier: Retrier; retry: number } | undefined => {
    const retrier = firstMatch(retriers, failure, isTask);
    if (!retrier) return undefined;
    const retry = spent.get(retrier) ?? 0;
    spent.set(retrier, retry + 1);
    return retry < retrier.MaxAttempts ? { retrier, retry } : undefined;
  };
};

/** Attempts the work of a state until it succeeds or none of its retriers takes the failure. */
export const retrying = async (
  { Type, Retry }: { Type: StateDefinition['Type']; Retry: readonly Retrier[] },
  place: string,
  fiber: Fiber,
  work: (attempt: number) => Promise<Json>,
): Promise<Json> => {
  const allow = patience(Retry, Type === 'Task');
  for (let attempt = 0; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      const failure = failureIn(error);
      const allowed = failure && allow(failure);
      if (!allowed) throw error;
      const { timers, random } = fiber.ground;
      const delay = () => retryDelay(allowed.retrier, allowed.retry, random);
      const until = fiber.once(`${place}:${attempt}:retry`, () => ({
        value: timers.now().getTime() + delay(),
        events: [],
      }));
      await fiber.until(Instant.parse(until));
    }
  }
};
