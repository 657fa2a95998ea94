import { describe, expect, it } from 'vitest';
import { ATTEMPT_SECONDS, type Attempt, type Attempts } from './port.ts';

const now = new Date('2026-05-01T00:00:00Z');
const secondsLater = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const attempt: Attempt = { provider: 'google', browser: 'this browser', returnTo: '/me' };

/** Every keeper of attempts signs this. */
export const attemptsContract = (adapter: string, open: () => Promise<Attempts>): void => {
  describe(`${adapter} keeps the attempts contract`, () => {
    it('gives an attempt to the browser that began it, once', async () => {
      const attempts = await open();
      await attempts.begin('state', attempt, now);
      expect(await attempts.take('state', attempt, secondsLater(ATTEMPT_SECONDS - 1))).toBe('/me');
      expect(await attempts.take('state', attempt, now)).toBeUndefined();
    });

    it('gives it to one of two who come at the same moment', async () => {
      const attempts = await open();
      await attempts.begin('race', attempt, now);
      const both = await Promise.all([attempts.take('race', attempt, now), attempts.take('race', attempt, now)]);
      expect(both.filter((taken) => taken !== undefined)).toEqual(['/me']);
    });

    it('gives nothing to another browser, to another provider, for another state or too late, and is there still', async () => {
      const attempts = await open();
      await attempts.begin('kept', attempt, now);
      expect(await attempts.take('kept', { ...attempt, browser: 'another' }, now)).toBeUndefined();
      expect(await attempts.take('kept', { ...attempt, provider: 'github' }, now)).toBeUndefined();
      expect(await attempts.take('other', attempt, now)).toBeUndefined();
      expect(await attempts.take('kept', attempt, secondsLater(ATTEMPT_SECONDS))).toBeUndefined();
      expect(await attempts.take('kept', attempt, now)).toBe('/me');
    });
  });
};
