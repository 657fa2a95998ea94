import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { calculateJwkThumbprint, exportJWK, importSPKI, type JWK } from 'jose';
import type { KeyBook } from './key-book/port.ts';
import { acceptedEntries, type KeyEntry, type KeyTimeline, signingEntry } from './key-timeline.ts';

/** A public key as the JWKS publishes it, and the KMS key behind it. */
export interface SigningKey {
  keyId: string;
  kid: string;
  jwk: JWK;
}

/** The keys that sign access tokens. */
export interface SigningKeys {
  /** The key that signs now. */
  current(now: Date): Promise<SigningKey>;
  /** The keys whose tokens count now, those that will sign soon included. */
  accepted(now: Date): Promise<readonly SigningKey[]>;
  /** An ES256 signature as JWS wants it: r and s, 64 bytes. */
  sign(keyId: string, message: string): Promise<Buffer>;
}

/** How long a function goes on with the book it has read: well below the notice that a new key is given. */
const FRESH_MS = 60_000;

/** Keys in KMS; the public half of each is asked for once per function instance. */
export const kmsSigningKeys = (kms: KMSClient, book: Pick<KeyBook, 'read'>): SigningKeys => {
  const known = new Map<string, Promise<SigningKey>>();
  const keyOf = ({ keyId }: KeyEntry): Promise<SigningKey> => {
    const asked = known.get(keyId) ?? publicKey(kms, keyId);
    known.set(keyId, asked);
    asked.catch(() => known.delete(keyId));
    return asked;
  };
  let read: { timeline: Promise<KeyTimeline>; at: number } | undefined;
  const timelineAt = async (now: Date): Promise<KeyTimeline> => {
    if (!read || Math.abs(now.getTime() - read.at) >= FRESH_MS)
      read = { timeline: book.read().then(({ timeline }) => timeline), at: now.getTime() };
    try {
      return await read.timeline;
    } catch (error) {
      read = undefined;
      throw error;
    }
  };

  return {
    current: async (now) => keyOf(signingEntry(await timelineAt(now), now)),
    accepted: async (now) => Promise.all(acceptedEntries(await timelineAt(now), now).map(keyOf)),
    async sign(keyId, message) {
      const { Signature } = await kms.send(
        new SignCommand({
          KeyId: keyId,
          SigningAlgorithm: 'ECDSA_SHA_256',
          MessageType: 'RAW',
          Message: Buffer.from(message),
        }),
      );
      if (!Signature) throw new Error('KMS gave no signature');
      return rawOf(Buffer.from(Signature));
    },
  };
};

const publicKey = async (kms: KMSClient, keyId: string): Promise<SigningKey> => {
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: keyId }));
  if (!PublicKey) throw new Error(`KMS gave no public key for ${keyId}`);
  const pem = `-----BEGIN PUBLIC KEY-----\n${Buffer.from(PublicKey).toString('base64')}\n-----END PUBLIC KEY-----`;
  const jwk = await exportJWK(await importSPKI(pem, 'ES256', { extractable: true }));
  const kid = await calculateJwkThumbprint(jwk);
  return { keyId, kid, jwk: { ...jwk, kid, alg: 'ES256', use: 'sig' } };
};

/** DER (`SEQUENCE { INTEGER r, INTEGER s }`) to the fixed 64 bytes of JWS. */
export const rawOf = (der: Buffer): Buffer => {
  const integerAt = (at: number) => {
    const length = der[at + 1] ?? 0;
    const digits = der.subarray(at + 2, at + 2 + length);
    return { digits: fixed(digits), next: at + 2 + length };
  };
  const r = integerAt(2);
  return Buffer.concat([r.digits, integerAt(r.next).digits]);
};

/** An integer without its sign byte, padded to 32 bytes. */
const fixed = (digits: Buffer): Buffer => {
  const significant = digits.subarray(Math.max(0, digits.length - 32));
  return Buffer.concat([Buffer.alloc(32 - significant.length), significant]);
};
