import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { partsOf } from '../../../events/stream-name.ts';
import type { Blobs } from './blobs/port.ts';

/** How the JSON of a commit's events lies in its item: as it is (`e`), compressed (`z`), or elsewhere (`x`, an object's key). */
export type Packed = { e: string } | { z: Uint8Array<ArrayBuffer> } | { x: string };

/** DynamoDB charges a write by the kilobyte; compression pays when it saves one. */
const WRITE_UNIT_BYTES = 1024;
/** What an item holds besides its events: names, key, metadata. */
const ENVELOPE_BYTES = 350;
/** An item may have 400 KB; the rest is room for the envelope. */
const MOST_BYTES_IN_ITEM = 300 * 1024;
/** A hostile or broken item must not fill the memory; 100 events of 400 KB are less. */
const MOST_BYTES_UNPACKED = 64 * 1024 * 1024;

const unitsOf = (bytes: number) => Math.ceil((bytes + ENVELOPE_BYTES) / WRITE_UNIT_BYTES);

const compressed = (json: Buffer) =>
  brotliCompressSync(json, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: json.length },
  });

/** Packs the events of a commit; what goes elsewhere is there before this resolves, so that no item ever points at nothing. */
export const pack = async (stream: string, version: number, json: string, blobs: Blobs): Promise<Packed> => {
  const plain = Buffer.from(json);
  if (unitsOf(plain.length) === 1) return { e: json };
  const small = compressed(plain);
  if (small.length <= MOST_BYTES_IN_ITEM)
    return unitsOf(small.length) < unitsOf(plain.length) ? { z: small } : { e: json };
  const { tenant, category, id } = partsOf(stream);
  const key = `${tenant}/${category}/${id}/${version}-${sha256(small)}`;
  await blobs.put(key, small);
  return { x: key };
};

/** The JSON of a commit's events; throws for bytes that are not what was packed. */
export const unpack = async (packed: Packed, blobs: Blobs): Promise<string> => {
  if ('e' in packed) return packed.e;
  return expanded('z' in packed ? packed.z : await fetched(packed.x, blobs));
};

const expanded = (bytes: Uint8Array) =>
  brotliDecompressSync(bytes, { maxOutputLength: MOST_BYTES_UNPACKED }).toString('utf8');

const fetched = async (key: string, blobs: Blobs): Promise<Uint8Array> => {
  const bytes = await blobs.get(key);
  if (!key.endsWith(`-${sha256(bytes)}`)) throw new Error(`the object ${key} is not what was put there`);
  return bytes;
};

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
