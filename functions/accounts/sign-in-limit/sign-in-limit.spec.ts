import { describe, expect, it } from 'vitest';
import { withEngine } from '../../../tests/support/engine.ts';
import { dynamoSignInLimit, MOST_FAILURES, WINDOW_SECONDS } from './sign-in-limit.ts';

const documents = withEngine([{ name: 'sessions', sort: 'S' }]);
const now = new Date('2026-05-01T00:00:00Z');
const secondsOn = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const limitWith = async (addressKey: string, failures: number) => {
  const limit = dynamoSignInLimit(documents(), 'sessions');
  for (let count = 0; count < failures; count++) await limit.failed(addressKey, now);
  return limit;
};

describe('the limit of failed sign-ins', () => {
  it('makes an address wait for the rest of the window after ten failures, also when they come at once', async () => {
    const limit = await limitWith('a', 1);
    await Promise.all(Array.from({ length: MOST_FAILURES - 2 }, () => limit.failed('a', secondsOn(60))));
    expect(await limit.waitFor('a', secondsOn(60))).toBe(0);
    expect(await limit.failed('a', secondsOn(60))).toBe(0);
    expect(await limit.waitFor('a', secondsOn(60))).toBe(WINDOW_SECONDS - 60);
    expect(await limit.waitFor('b', secondsOn(60))).toBe(0);
    expect(await limit.waitFor('a', secondsOn(WINDOW_SECONDS))).toBe(0);
  });

  it('loses no failure when several begin a window at once', async () => {
    const limit = await limitWith('d', MOST_FAILURES);
    const next = secondsOn(WINDOW_SECONDS);
    await Promise.all(Array.from({ length: MOST_FAILURES }, () => limit.failed('d', next)));
    expect(await limit.waitFor('d', next)).toBe(WINDOW_SECONDS);
  });

  it('holds for guesses that were under way together, also for the right one among them', async () => {
    const limit = await limitWith('e', MOST_FAILURES);
    expect(await limit.failed('e', secondsOn(1))).toBe(WINDOW_SECONDS - 1);
    expect(await limit.succeeded('e', secondsOn(1))).toBe(WINDOW_SECONDS - 1);
    expect(await limit.waitFor('e', secondsOn(1))).toBe(WINDOW_SECONDS - 1);
  });

  it('begins again after a success, and after the window', async () => {
    const limit = await limitWith('c', MOST_FAILURES);
    expect(await limit.failed('c', secondsOn(WINDOW_SECONDS + 1))).toBe(0);
    expect(await limit.waitFor('c', secondsOn(WINDOW_SECONDS + 1))).toBe(0);
    expect(await limit.succeeded('c', secondsOn(WINDOW_SECONDS + 1))).toBe(0);
    expect(await limit.succeeded('c', secondsOn(WINDOW_SECONDS + 1))).toBe(0);
    expect(await limit.waitFor('c', now)).toBe(0);
  });

  it('is over with the window, for a success too', async () => {
    const limit = await limitWith('f', MOST_FAILURES);
    expect(await limit.succeeded('f', secondsOn(WINDOW_SECONDS))).toBe(0);
  });
});
