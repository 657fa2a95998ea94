import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { partsOf } from '../../../events/stream-name.ts';
import type { HttpRequest } from './http-request.ts';
import { invalid, refuse } from './problem.ts';

/** Versions by stream that a reader has to have seen. */
export type Seen = Readonly<Record<string, number>>;

const LONGEST_WAIT_MS = 2_000;
const LONGEST_TOKEN = 4_096;
const Token = z.record(z.string().regex(/^[^#]+#[^#]+#[^#]+$/), z.number().int().positive());

export const tokenOf = (seen: Seen): string => Buffer.from(JSON.stringify(seen)).toString('base64url');

/** What a reader sent as `X-Consistency-Token`; 400 when it is not one of ours. */
export const seenBy = (request: HttpRequest): Seen => {
  const token = request.header('x-consistency-token');
  if (token === undefined) return {};
  const decoded = token.length <= LONGEST_TOKEN ? Buffer.from(token, 'base64url').toString('utf8') : '';
  let json: unknown;
  try {
    json = JSON.parse(decoded);
  } catch {
    return invalid('X-Consistency-Token', 'is not a consistency token');
  }
  const parsed = Token.safeParse(json);
  return parsed.success ? parsed.data : invalid('X-Consistency-Token', 'is not a consistency token');
};

/** How a read model says how far it is. */
export interface Watermark {
  /** Categories it listens to; other streams of a token do not concern it. */
  categories: readonly string[];
  /** The version of a stream that it shows. */
  position(stream: string): Promise<number>;
}

/** Waits, at most 2 s of process time, until the read model shows what the token saw; then 503. */
export const awaitSeen = async (seen: Seen, { categories, position }: Watermark): Promise<void> => {
  const deadline = performance.now() + LONGEST_WAIT_MS;
  for (const [stream, version] of Object.entries(seen)) {
    if (!categories.includes(partsOf(stream).category)) continue;
    for (let wait = 5; (await position(stream)) < version; wait = Math.min(wait * 2, 80)) {
      if (performance.now() > deadline) refuse(503, 'not-yet-consistent', { headers: { 'retry-after': '1' } });
      await pause(wait);
    }
  }
};
