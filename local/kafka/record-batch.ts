import { crc32c } from './crc32c.ts';
import { type ErrorCode, errorCode } from './error-code.ts';
import { pinned } from './wire-reader.ts';

/** Where the fields of a record batch (format v2) lie, in bytes from its start. */
const at = {
  length: 8,
  magic: 16,
  crc: 17,
  attributes: 21,
  lastOffsetDelta: 23,
  baseTimestamp: 27,
  maxTimestamp: 35,
  producerId: 43,
  producerEpoch: 51,
  baseSequence: 53,
  recordCount: 57,
  records: 61,
} as const;

const TRANSACTIONAL_OR_CONTROL = 0x30;
/** Kafka's own default for `max.message.bytes`, and that of Amazon MSK. */
const MAX_BATCH_BYTES = 1_048_588;

/** What the broker has to know of a batch; the records inside stay as they came, compressed or not. */
export interface RecordBatch {
  bytes: Buffer;
  recordCount: number;
  maxTimestamp: number;
  /** -1 when the producer is not idempotent. */
  producerId: number;
  producerEpoch: number;
  baseSequence: number;
}

/** Reads the one batch of a produce request for one partition, or answers why it is refused. */
export const parseBatch = (bytes: Buffer): RecordBatch | { refused: ErrorCode } => {
  const refused = refusalOf(bytes);
  if (refused !== undefined) return { refused };
  return {
    bytes,
    recordCount: bytes.readInt32BE(at.recordCount),
    maxTimestamp: pinned(bytes.readBigInt64BE(at.maxTimestamp)),
    producerId: pinned(bytes.readBigInt64BE(at.producerId)),
    producerEpoch: bytes.readInt16BE(at.producerEpoch),
    baseSequence: bytes.readInt32BE(at.baseSequence),
  };
};

const refusalOf = (bytes: Buffer): ErrorCode | undefined => {
  if (bytes.length <= at.magic) return errorCode.corruptMessage;
  if (bytes.readInt8(at.magic) !== 2) return errorCode.unsupportedForMessageFormat;
  if (bytes.length < at.records) return errorCode.corruptMessage;
  if (bytes.length > MAX_BATCH_BYTES) return errorCode.messageTooLarge;
  if (bytes.readInt32BE(at.length) !== bytes.length - at.magic + 4) return errorCode.corruptMessage;
  if (crc32c(bytes.subarray(at.attributes)) !== bytes.readUInt32BE(at.crc)) return errorCode.corruptMessage;
  const count = bytes.readInt32BE(at.recordCount);
  const unusable = count <= 0 || bytes.readInt32BE(at.lastOffsetDelta) !== count - 1;
  const transactional = (bytes.readInt16BE(at.attributes) & TRANSACTIONAL_OR_CONTROL) !== 0;
  return unusable || transactional ? errorCode.invalidRecord : undefined;
};

/** The batch as it is stored, at its place in the log. The checksum does not cover the offset. */
export const placedAt = (batch: RecordBatch, baseOffset: number): Buffer => {
  const bytes = Buffer.from(batch.bytes);
  bytes.writeBigInt64BE(BigInt(baseOffset), 0);
  return bytes;
};

/** The pieces of a stored batch that a search by time needs. */
export const batchParts = (bytes: Buffer) => ({
  baseOffset: pinned(bytes.readBigInt64BE(0)),
  baseTimestamp: pinned(bytes.readBigInt64BE(at.baseTimestamp)),
  compression: bytes.readInt16BE(at.attributes) & 0x07,
  recordCount: bytes.readInt32BE(at.recordCount),
  records: bytes.subarray(at.records),
});
