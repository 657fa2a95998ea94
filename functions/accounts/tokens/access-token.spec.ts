import { createSign, generateKeyPairSync } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { MemberId } from '../../../events/ids.ts';
import { accessTokens } from './access-token.ts';
import { ACCESS_TOKEN_SECONDS } from './access-token-lifetime.ts';
import { rawOf, type SigningKeys } from './signing-keys.ts';

const now = new Date('2026-05-01T00:00:00Z');
const identity = { memberId: MemberId.parse('aki'), name: 'Aki', roles: ['member', 'librarian'] as const };
const issuer = 'http://localhost:4000';

/** Keys of this process, signing as KMS does: DER signatures. */
const keyPair = async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  const sign = async (_: string, message: string) => rawOf(createSign('sha256').update(message).sign(privateKey));
  return { key: { keyId: 'k', kid, jwk: { ...jwk, kid, alg: 'ES256' } }, sign, privateKey };
};
const keysOf = (...pairs: Awaited<ReturnType<typeof keyPair>>[]): SigningKeys => ({
  current: async () => pairs[0]?.key ?? Promise.reject(new Error('no key')),
  accepted: async () => pairs.map(({ key }) => key),
  sign: (keyId, message) => pairs[0]?.sign(keyId, message) ?? Promise.reject(new Error('no key')),
});

describe('an access token', () => {
  it('tells who its bearer is, until it expires', async () => {
    const tokens = accessTokens(keysOf(await keyPair()), issuer);
    const token = await tokens.mint(identity, now);
    const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
    expect(await tokens.verify(token, now)).toEqual({ memberId: 'aki', roles: ['member', 'librarian'] });
    expect(await tokens.verify(token, at(ACCESS_TOKEN_SECONDS - 1))).toBeDefined();
    expect(await tokens.verify(token, at(ACCESS_TOKEN_SECONDS))).toBeUndefined();
  });

  it('holds for every signature, also when r or s begin with zeros or a sign byte', async () => {
    const tokens = accessTokens(keysOf(await keyPair()), issuer);
    for (let round = 0; round < 300; round++)
      expect(await tokens.verify(await tokens.mint(identity, now), now)).toBeDefined();
  });

  it('stays valid when a new key signs and the old one is still published', async () => {
    const [old, fresh] = [await keyPair(), await keyPair()];
    const token = await accessTokens(keysOf(old), issuer).mint(identity, now);
    expect(await accessTokens(keysOf(fresh, old), issuer).verify(token, now)).toBeDefined();
    expect(await accessTokens(keysOf(fresh), issuer).verify(token, now)).toBeUndefined();
  });

  it('is nobody’s when it is forged', async () => {
    const pair = await keyPair();
    const tokens = accessTokens(keysOf(pair), issuer);
    const token = await tokens.mint(identity, now);
    const [head = '', claims = '', signature = ''] = token.split('.');
    const promoted = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(claims, 'base64url').toString()), roles: ['admin'] }),
    ).toString('base64url');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const jwt = (issuedBy: string) =>
      new SignJWT({ roles: ['member'] })
        .setProtectedHeader({ alg: 'ES256', kid: pair.key.kid })
        .setSubject('aki')
        .setIssuer(issuedBy)
        .setAudience('bunko');
    const forged = [
      `${head}.${promoted}.${signature}`,
      `${none}.${claims}.`,
      `${head}.${claims}.${signature.slice(0, -4)}AAAA`,
      await jwt(issuer).sign(pair.privateKey),
      await jwt('https://elsewhere').setExpirationTime('1h').sign(pair.privateKey),
      '',
      'a.b.c',
      'x'.repeat(9_000),
    ];
    for (const one of forged) expect(await tokens.verify(one, now)).toBeUndefined();
  });
});
