import type { IncomingMessage } from 'node:http';

/** The largest request body, bytes: what a synchronous invocation takes. */
export const BODY_LIMIT = 6 * 1024 * 1024;

/** Reads a whole body, or answers `too-large` as soon as that is known; rejects when the caller goes away. */
export const readBody = async (request: IncomingMessage, limit = BODY_LIMIT): Promise<Buffer | 'too-large'> => {
  if (Number(request.headers['content-length'] ?? 0) > limit) return 'too-large';
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    size += piece.length;
    if (size > limit) return 'too-large';
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};
