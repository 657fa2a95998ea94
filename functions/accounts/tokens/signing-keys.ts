import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { calculateJwkThumbprint, exportJWK, importSPKI, type JWK } from 'jose';

/** A public key as the JWKS publishes it, and the KMS key behind it. */
export interface SigningKey {
  keyId: string;
  kid: string;
  jwk: JWK;
}

/** The keys that sign access tokens: the first signs, all are accepted. */
export interface SigningKeys {
  all(): Promise<readonly SigningKey[]>;
  /** An ES256 signature as JWS wants it: r and s, 64 bytes. */
  sign(keyId: string, message: string): Promise<Buffer>;
}

/** Keys in KMS; their public halves are asked for once per function instance. */
export const kmsSigningKeys = (kms: KMSClient, keyIds: readonly string[]): SigningKeys => {
  let known: Promise<readonly SigningKey[]> | undefined;
  const load = () => Promise.all(keyIds.map((keyId) => publicKey(kms, keyId)));
  return {
    all: async () => {
      known ??= load();
      try {
        return await known;
      } catch (error) {
        known = undefined;
        throw error;
      }
    },
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
