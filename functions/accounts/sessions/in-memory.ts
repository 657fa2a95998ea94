import { v7 as uuid } from 'uuid';
import type { MemberId } from '../../../events/ids.ts';
import { type Sessions, sessionEnd } from './port.ts';
import { newSecret, refreshTokenIn } from './refresh-token.ts';

/** Sessions in the memory of this process, for tests. */
export const inMemorySessions = (): Sessions => {
  const families = new Map<string, { memberId: MemberId; current: string; begunAt: Date; expiresAt: Date }>();
  return {
    async begin(memberId, now) {
      const family = uuid();
      const { secret, hash } = newSecret();
      const expiresAt = sessionEnd(now);
      families.set(family, { memberId, current: hash, begunAt: now, expiresAt });
      return { token: `${family}.${secret}`, memberId, begunAt: now, expiresAt };
    },
    async rotate(token, now) {
      const sent = refreshTokenIn(token);
      const family = sent && families.get(sent.family);
      if (!sent || !family) return undefined;
      if (family.current !== sent.hash || family.expiresAt <= now) {
        families.delete(sent.family);
        return undefined;
      }
      const { secret, hash } = newSecret();
      const expiresAt = sessionEnd(now);
      families.set(sent.family, { ...family, current: hash, expiresAt });
      return { token: `${sent.family}.${secret}`, memberId: family.memberId, begunAt: family.begunAt, expiresAt };
    },
    async end(token) {
      const sent = refreshTokenIn(token);
      if (sent) families.delete(sent.family);
    },
  };
};
