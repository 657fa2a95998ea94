import type { IncomingMessage } from 'node:http';
import { AwsFault } from './aws-fault.ts';

/** Reads a whole body of at most `limit` bytes; throws `RequestEntityTooLargeException` (413) beyond, and reads on without keeping. */
export const readBody = (incoming: IncomingMessage, limit: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else chunks.length = 0;
    });
    incoming.on('error', () => reject(new AwsFault('RequestTimeout', 'The body ended too early', 400)));
    incoming.on('end', () => {
      if (size > limit)
        reject(new AwsFault('RequestEntityTooLargeException', `The body is larger than ${limit} bytes`, 413));
      else resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    });
  });
