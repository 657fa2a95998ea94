import { describe, expect, it } from 'vitest';
import { MemberId } from '../../../events/ids.ts';
import { SESSION_DAYS, type Sessions } from './port.ts';

const aki = MemberId.parse('aki');
const now = new Date('2026-05-01T00:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

/** Every keeper of sessions signs this. */
export const sessionsContract = (adapter: string, open: () => Promise<Sessions>): void => {
  describe(`${adapter} keeps the sessions contract`, () => {
    it('replaces a token by the next one of the same member', async () => {
      const sessions = await open();
      const first = await sessions.begin(aki, now);
      const second = await sessions.rotate(first.token, now);
      expect(second).toMatchObject({ memberId: aki, expiresAt: later(SESSION_DAYS) });
      expect(second?.token).not.toBe(first.token);
      expect(await sessions.rotate(second?.token ?? '', later(20))).toMatchObject({
        begunAt: now,
        expiresAt: later(20 + SESSION_DAYS),
      });
    });

    it('ends the whole family when a token comes a second time', async () => {
      const sessions = await open();
      const first = await sessions.begin(aki, now);
      const second = await sessions.rotate(first.token, now);
      expect(await sessions.rotate(first.token, now)).toBeUndefined();
      expect(await sessions.rotate(second?.token ?? '', now)).toBeUndefined();
    });

    it('lets only one of two refreshes at the same moment go on', async () => {
      const sessions = await open();
      const { token } = await sessions.begin(aki, now);
      const both = await Promise.all([sessions.rotate(token, now), sessions.rotate(token, now)]);
      expect(both.filter(Boolean)).toHaveLength(1);
    });

    it('ends a family that has expired or was signed out, and no other', async () => {
      const sessions = await open();
      const [expired, ended, kept] = [
        await sessions.begin(aki, now),
        await sessions.begin(aki, now),
        await sessions.begin(aki, now),
      ];
      await sessions.end(ended.token);
      expect(await sessions.rotate(expired.token, later(SESSION_DAYS + 1))).toBeUndefined();
      expect(await sessions.rotate(ended.token, now)).toBeUndefined();
      expect(await sessions.rotate(kept.token, now)).toBeDefined();
    });

    it.each([
      '',
      'garbage',
      'a.b',
      `${'x'.repeat(36)}.${'y'.repeat(43)}`,
      '#.#',
      'x'.repeat(10_000),
    ])('knows nothing of %.20s', async (token) => {
      const sessions = await open();
      expect(await sessions.rotate(token, now)).toBeUndefined();
      await sessions.end(token);
    });
  });
};
