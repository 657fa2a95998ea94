import { setTimeout as pause } from 'node:timers/promises';

const GRACE_MS = 2_000;

/** Waits for work that is being finished, but no longer than two seconds: what is not acknowledged comes again. */
export const withGrace = async (work: Promise<unknown>): Promise<void> => {
  const giveUp = new AbortController();
  await Promise.race([work, pause(GRACE_MS, undefined, { signal: giveUp.signal }).catch(() => undefined)]);
  giveUp.abort();
};
