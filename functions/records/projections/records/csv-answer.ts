import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { type Answer, refuse } from '../../../platform/http/problem.ts';

/** Lambda answers with at most 6 MB. What is compressed travels as base64, which is a third longer. */
const MOST_BYTES = 5_500_000;
const MOST_GZIP_BYTES = 4_000_000;
const GZIP = /(^|,)\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*(,|$))[\d.]+\s*)?(,|$)/i;

/**
 * A file made of parts that are read one after the other, so that no more than the answer itself is in memory. Compressed for
 * whoever takes that; 413 when even the answer is too large.
 */
export const csvAnswer = async (
  parts: AsyncIterable<string>,
  { filename, acceptEncoding = '' }: { filename: string; acceptEncoding: string | undefined },
): Promise<Answer> => {
  const isCompressed = GZIP.test(acceptEncoding);
  const body = isCompressed
    ? await collected(Readable.from(parts).pipe(createGzip()), MOST_GZIP_BYTES)
    : await collected(Readable.from(parts), MOST_BYTES);
  return {
    statusCode: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${filename}"`,
      'cache-control': 'no-store',
      vary: 'accept-encoding',
      ...(isCompressed && { 'content-encoding': 'gzip' }),
    },
    body: isCompressed ? body.toString('base64') : body.toString('utf8'),
    isBase64Encoded: isCompressed,
  };
};

const collected = async (parts: AsyncIterable<string | Buffer>, most: number): Promise<Buffer> => {
  const collection: Buffer[] = [];
  let size = 0;
  for await (const part of parts) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > most) return refuse(413, 'too-large', { detail: 'the file is too large; it is smaller with gzip' });
    collection.push(bytes);
  }
  return Buffer.concat(collection);
};
