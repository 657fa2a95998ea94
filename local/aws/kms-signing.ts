import { sign, verify } from 'node:crypto';
import { AwsFault } from './aws-fault.ts';
import { fromDer, toDer } from './der-signature.ts';
import type { KmsKey } from './kms-keys.ts';
import { signDigest, toBigInt, verifyDigest } from './p256.ts';

/** What is signed: a message that KMS hashes, or its SHA-256 digest. */
export interface ToSign {
  bytes: Buffer;
  kind: 'RAW' | 'DIGEST';
}

type SigningKey = Extract<KmsKey, { spec: 'ECC_NIST_P256' }>;

const MAX_RAW_BYTES = 4_096;

/** The key, when it may sign. Throws `InvalidKeyUsageException`. */
export const signingKey = (key: KmsKey): SigningKey => {
  if (key.spec === 'ECC_NIST_P256') return key;
  throw new AwsFault(
    'InvalidKeyUsageException',
    `${key.arn} key usage is ENCRYPT_DECRYPT which is not valid for signing.`,
  );
};

const checkLength = ({ bytes, kind }: ToSign): void => {
  if (kind === 'DIGEST' && bytes.length !== 32) {
    throw new AwsFault('ValidationException', 'Digest is invalid length for algorithm ECDSA_SHA_256.');
  }
  if (bytes.length > MAX_RAW_BYTES) throw new AwsFault('ValidationException', 'The message is longer than 4096 bytes.');
};

const number = (coordinate: string | undefined): bigint => toBigInt(Buffer.from(coordinate ?? '', 'base64url'));

/** An ECDSA_SHA_256 signature in DER. */
export const signed = (key: SigningKey, message: ToSign): Buffer => {
  checkLength(message);
  if (message.kind === 'RAW') return sign('sha256', message.bytes, key.privateKey);
  return toDer(signDigest(message.bytes, number(key.privateKey.export({ format: 'jwk' }).d)));
};

/** Whether a DER signature of a message was made by the key. */
export const isSignedBy = (key: SigningKey, message: ToSign, signature: Buffer): boolean => {
  checkLength(message);
  if (message.kind === 'RAW') return verify('sha256', message.bytes, key.publicKey, signature);
  const numbers = fromDer(signature);
  const { x, y } = key.publicKey.export({ format: 'jwk' });
  return numbers !== undefined && verifyDigest(message.bytes, numbers, { x: number(x), y: number(y) });
};
