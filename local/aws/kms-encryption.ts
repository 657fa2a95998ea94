import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AwsFault } from './aws-fault.ts';
import type { KmsKey } from './kms-keys.ts';

/** Non-secret fields that a ciphertext is bound to. */
export type EncryptionContext = Readonly<Record<string, string>>;

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';

const boundTo = (context: EncryptionContext): Buffer => Buffer.from(JSON.stringify(Object.entries(context).toSorted()));

const invalid = () => new AwsFault('InvalidCiphertextException', 'The ciphertext is invalid.');

const secretOf = (key: KmsKey): Buffer => {
  if (key.spec === 'SYMMETRIC_DEFAULT') return key.secret;
  throw new AwsFault(
    'InvalidKeyUsageException',
    `${key.arn} key usage is SIGN_VERIFY which is not valid for encryption.`,
  );
};

/** Encrypts with AES-256-GCM; the result names its key, so that decryption finds it. */
export const encrypt = (key: KmsKey, plaintext: Uint8Array, context: EncryptionContext): Buffer => {
  const secret = secretOf(key);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, secret, iv).setAAD(boundTo(context));
  const encrypted = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  const keyId = Buffer.from(key.keyId);
  return Buffer.concat([Buffer.from([VERSION, keyId.length]), keyId, iv, cipher.getAuthTag(), encrypted]);
};

/** The id of the key that made a ciphertext. Throws `InvalidCiphertextException`. */
export const keyIdIn = (ciphertext: Buffer): string => {
  const length = ciphertext[1] ?? 0;
  if (ciphertext[0] !== VERSION || ciphertext.length < 2 + length + IV_BYTES + TAG_BYTES) throw invalid();
  return ciphertext.subarray(2, 2 + length).toString('utf8');
};

/** Decrypts what `encrypt` made. Throws `InvalidCiphertextException` when it was changed or the context differs. */
export const decrypt = (key: KmsKey, ciphertext: Buffer, context: EncryptionContext): Buffer => {
  const start = 2 + Buffer.byteLength(keyIdIn(ciphertext));
  const iv = ciphertext.subarray(start, start + IV_BYTES);
  const tag = ciphertext.subarray(start + IV_BYTES, start + IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(ALGORITHM, secretOf(key), iv).setAAD(boundTo(context)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(ciphertext.subarray(start + IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    throw invalid();
  }
};
