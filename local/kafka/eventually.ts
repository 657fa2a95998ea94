import { setTimeout as pause } from 'node:timers/promises';

/** For tests: asks again until the answer is not false or undefined; throws when that takes longer than `ms`. */
export const eventually = async <T>(ask: () => T | Promise<T>, ms = 15_000): Promise<NonNullable<T>> => {
  for (const deadline = Date.now() + ms; Date.now() < deadline; await pause(10)) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
  }
  throw new Error(`it has not come within ${ms} ms`);
};
