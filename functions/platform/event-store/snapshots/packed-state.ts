import { deserialize, serialize } from 'node:v8';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** A state is far smaller; a broken item must not fill the memory. */
const MOST_BYTES = 16 * 1024 * 1024;

/** The bytes of a state: whatever structured cloning keeps (maps, sets, dates), compressed. */
export const packedState = (state: unknown): Uint8Array =>
  brotliCompressSync(serialize(state), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });

/** The state in such bytes; throws for bytes that are none. */
export const unpackedState = (bytes: Uint8Array): unknown =>
  deserialize(brotliDecompressSync(bytes, { maxOutputLength: MOST_BYTES }));
