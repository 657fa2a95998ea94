import { describe, expect, it } from 'vitest';
import { withAccounts } from '../../tests/support/accounts.ts';
import { authorized, context, PASSWORD, type Reply, secondsOn, send } from './phrases.ts';

const { fn, somebody, register, login, refresh } = withAccounts();

describe('a rotation of the signing keys', () => {
  const kidOf = ({ body }: Reply) =>
    JSON.parse(Buffer.from(body.accessToken.split('.')[0], 'base64url').toString()).kid;
  const published = async (at: Date) =>
    (await send(fn().keys, 'GET /api/.well-known/jwks.json', { at })).body.keys.map(({ kid }: { kid: string }) => kid);

  it('signs nobody out: both keys are published and count until the last token of the old one has expired', async () => {
    const { email } = (await register(somebody())).body.user;
    const signIn = (seconds: number) => login(email, PASSWORD, secondsOn(seconds));
    const rotation = 2_000;
    const old = await signIn(rotation);
    const rotated = await fn().rotateKeys({ now: secondsOn(rotation).toISOString() }, context);
    expect(rotated).toMatchObject({ outcome: 'rotated', timeline: [{ keyId: 'signing' }, {}] });

    // Function instances ask again after a minute; the new key signs after ten.
    const before = await signIn(rotation + 599);
    expect(kidOf(before)).toBe(kidOf(old));
    const fresh = await signIn(rotation + 600);
    expect(kidOf(fresh)).not.toBe(kidOf(old));
    expect(await published(secondsOn(rotation + 600))).toEqual([kidOf(old), kidOf(fresh)]);
    const knows = ({ body }: Reply, seconds: number) =>
      authorized(fn().authorizer, `Bearer ${body.accessToken}`, secondsOn(rotation + seconds));
    expect(await knows(before, 600)).toBeDefined();
    expect(await knows(before, 599 + 899)).toBeDefined();
    expect(await knows(fresh, 600)).toBeDefined();
    expect((await refresh(old, secondsOn(rotation + 601))).status).toBe(200);

    expect(await published(secondsOn(rotation + 600 + 900 + 60))).toEqual([kidOf(fresh)]);
    expect(await knows(old, 600 + 900 + 60)).toBeUndefined();
  });
});
