import { describe, expect, it } from 'vitest';
import { withEngine } from '../../../tests/support/engine.ts';
import { dynamoSignInLimit, MOST_FAILURES, WINDOW_SECONDS } from './sign-in-limit.ts';

const documents = withEngine([{ name: 'sessions', sort: 'S' }]);
const now = new Date('2026-05-01T00:00:00Z');
const secondsOn = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('the limit of failed sign-ins', () => {
  it('makes an address wait for the rest of the window after ten failures, also when they come at once', async () => {
    const limit = dynamoSignInLimit(documents(), 'sessions');
    await limit.failed('a', now);
    await Promise.all(Array.from({ length: MOST_FAILURES - 2 }, () => limit.failed('a', secondsOn(60))));
    expect(await limit.waitFor('a', secondsOn(60))).toBe(0);
    await limit.failed('a', secondsOn(60));
    expect(await limit.waitFor('a', secondsOn(60))).toBe(WINDOW_SECONDS - 60);
    expect(await limit.waitFor('b', secondsOn(60))).toBe(0);
    expect(await limit.waitFor('a', secondsOn(WINDOW_SECONDS))).toBe(0);
  });

  it('begins again after a success, and after the window', async () => {
    const limit = dynamoSignInLimit(documents(), 'sessions');
    for (let count = 0; count < MOST_FAILURES; count++) await limit.failed('c', now);
    await limit.failed('c', secondsOn(WINDOW_SECONDS + 1));
    expect(await limit.waitFor('c', secondsOn(WINDOW_SECONDS + 1))).toBe(0);
    await limit.succeeded('c');
    expect(await limit.waitFor('c', now)).toBe(0);
  });
});
