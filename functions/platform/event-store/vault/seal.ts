import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { SealBroken } from './port.ts';

/** AES-256-GCM: 32 bytes of key, 12 of nonce, 16 of tag. */
const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = '1';

/** Seals a JSON value with a data key; the text is `1.<base64url of nonce, tag, ciphertext>`. */
export const sealWith = (key: Uint8Array, value: unknown, boundTo: string): string => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(boundTo));
  const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
};

/** The value in sealed text; throws `SealBroken` for another key, another place, or changed bytes. */
export const openWith = (key: Uint8Array, sealed: string, boundTo: string): unknown => {
  const [version, text = ''] = sealed.split('.');
  const bytes = Buffer.from(text, 'base64url');
  if (version !== VERSION || bytes.length < NONCE_BYTES + TAG_BYTES) throw new SealBroken('not sealed text of ours');
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(boundTo)).setAuthTag(tag);
    const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    return JSON.parse(plain.toString('utf8'));
  } catch (cause) {
    throw new SealBroken('sealed text does not open here', { cause });
  }
};
