import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { batchParts } from './record-batch.ts';

const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;
const plain = (bytes: Buffer): Buffer => bytes;

/** By compression code. Snappy and LZ4 are missing: Node cannot read them. */
const unpackers: Readonly<Record<number, (bytes: Buffer) => Buffer>> = {
  0: plain,
  1: (bytes) => gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES }),
  4: (bytes) => zstdDecompressSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES }),
};

export interface RecordTime {
  offset: number;
  timestamp: number;
}

/**
 * The first record of a stored batch at or after an instant (ms). When the records cannot be read, the start of the
 * batch: earlier than asked, so that a consumer that seeks there misses nothing.
 */
export const firstAtOrAfter = (batch: Buffer, timestamp: number): RecordTime | undefined => {
  const { baseOffset, baseTimestamp, compression, records, recordCount } = batchParts(batch);
  const unpack = unpackers[compression];
  if (!unpack) return { offset: baseOffset, timestamp: baseTimestamp };
  try {
    const deltas = recordDeltas(unpack(records), recordCount);
    const found = deltas.find((delta) => baseTimestamp + delta.timestamp >= timestamp);
    return found && { offset: baseOffset + found.offset, timestamp: baseTimestamp + found.timestamp };
  } catch {
    // The checksum was right, so the producer sent nonsense inside the batch; its consumers will say so.
    return { offset: baseOffset, timestamp: baseTimestamp };
  }
};

const recordDeltas = (records: Buffer, count: number): RecordTime[] => {
  const deltas: RecordTime[] = [];
  let position = 0;
  while (deltas.length < count) {
    const length = varint(records, position);
    const timestamp = varint(records, length.end + 1);
    const offset = varint(records, timestamp.end);
    deltas.push({ timestamp: timestamp.value, offset: offset.value });
    // A length that leads backwards would let a hostile batch keep the broker busy.
    if (length.value <= 0) throw new RangeError('a record without length');
    position = length.end + length.value;
  }
  return deltas;
};

/** A zigzag varint; plain arithmetic, because timestamps need more than 32 bits. */
const varint = (bytes: Buffer, start: number): { value: number; end: number } => {
  let value = 0;
  let scale = 1;
  for (let end = start; ; end++) {
    const byte = bytes.readUInt8(end);
    value += (byte & 0x7f) * scale;
    scale *= 128;
    if (byte < 128) return { value: value % 2 === 0 ? value / 2 : -(value + 1) / 2, end: end + 1 };
  }
};
