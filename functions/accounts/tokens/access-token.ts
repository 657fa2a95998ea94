import { createLocalJWKSet, jwtVerify } from 'jose';
import * as z from 'zod';
import { Role } from '../../../events/accounts/role.ts';
import { MemberId } from '../../../events/ids.ts';
import { ACCESS_TOKEN_SECONDS } from './access-token-lifetime.ts';
import type { SigningKeys } from './signing-keys.ts';

const AUDIENCE = 'bunko';

export interface Identity {
  memberId: MemberId;
  name: string;
  roles: readonly Role[];
}

/** Mints and checks access tokens: JWTs with an ES256 signature. */
export interface AccessTokens {
  mint(identity: Identity, now: Date): Promise<string>;
  /** Who a token is for; undefined for one that is forged, expired, or anything else but ours. */
  verify(token: string, now: Date): Promise<Pick<Identity, 'memberId' | 'roles'> | undefined>;
}

const Claims = z.object({ sub: MemberId, roles: z.array(Role).min(1) });
const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const seconds = (now: Date) => Math.floor(now.getTime() / 1000);

export const accessTokens = (keys: SigningKeys, issuer: string): AccessTokens => {
  return {
    async mint({ memberId, name, roles }, now) {
      const key = await keys.current(now);
      const iat = seconds(now);
      const claims = { iss: issuer, aud: AUDIENCE, sub: memberId, roles, name, iat, exp: iat + ACCESS_TOKEN_SECONDS };
      const message = `${encoded({ alg: 'ES256', typ: 'JWT', kid: key.kid })}.${encoded(claims)}`;
      return `${message}.${(await keys.sign(key.keyId, message)).toString('base64url')}`;
    },
    async verify(token, now) {
      const keySet = createLocalJWKSet({ keys: (await keys.accepted(now)).map(({ jwk }) => jwk) });
      const options = { algorithms: ['ES256'], issuer, audience: AUDIENCE, currentDate: now, requiredClaims: ['exp'] };
      const verified = await jwtVerify(token, keySet, options).catch(() => undefined);
      const claims = Claims.safeParse(verified?.payload);
      return claims.success ? { memberId: claims.data.sub, roles: claims.data.roles } : undefined;
    },
  };
};
