import { ATTEMPT_SECONDS, type Attempt, type Attempts } from './port.ts';

/** Attempts in the memory of this process, for tests. */
export const inMemoryAttempts = (): Attempts => {
  const attempts = new Map<string, Attempt & { endsAt: number }>();
  return {
    async begin(state, attempt, now) {
      attempts.set(state, { ...attempt, endsAt: now.getTime() + ATTEMPT_SECONDS * 1000 });
    },
    async take(state, { provider, browser }, now) {
      const attempt = attempts.get(state);
      const isOurs = attempt?.provider === provider && attempt.browser === browser && attempt.endsAt > now.getTime();
      if (!attempt || !isOurs) return undefined;
      attempts.delete(state);
      return attempt.returnTo;
    },
  };
};
