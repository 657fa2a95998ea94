import { createHash } from 'node:crypto';
import type { MessageAttributes } from './sqs-messages.ts';

export const md5 = (data: string | Buffer): string => createHash('md5').update(data).digest('hex');

const sized = (bytes: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(bytes.length);
  return Buffer.concat([size, bytes]);
};

const STRING = Buffer.from([1]);
const BINARY = Buffer.from([2]);

/** AWS's digest of message attributes, which SDKs may check; undefined when there are none. */
export const attributesDigest = (attributes: MessageAttributes): string | undefined => {
  const names = Object.keys(attributes).toSorted();
  if (names.length === 0) return undefined;
  const parts = names.flatMap((name) => {
    const { DataType = '', StringValue = '', BinaryValue } = attributes[name] ?? {};
    const value = BinaryValue === undefined ? Buffer.from(StringValue) : Buffer.from(BinaryValue, 'base64');
    const kind = BinaryValue === undefined ? STRING : BINARY;
    return [sized(Buffer.from(name)), sized(Buffer.from(DataType)), kind, sized(value)];
  });
  return md5(Buffer.concat(parts));
};
