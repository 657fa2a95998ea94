import { createHash, createHmac } from 'node:crypto';
import * as z from 'zod';
import type { Claim } from '../event-store/port.ts';
import type { HttpRequest } from './http-request.ts';
import { invalid, refuse } from './problem.ts';

const KEPT_FOR_SECONDS = 24 * 60 * 60;

/** What is kept with a key: enough to give the first answer again. */
export const FirstAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('accepted'), answer: z.unknown(), seen: z.record(z.string(), z.number()) }),
  z.object({ outcome: z.literal('rejected'), reason: z.string() }),
]);
export type FirstAnswer = z.infer<typeof FirstAnswer>;

const Kept = z.object({ fingerprint: z.string(), first: FirstAnswer });

/** An idempotency key as its caller's: two callers may use the same one. */
export interface IdempotencyKey {
  kind: 'request';
  key: string;
  claim(first: unknown): Claim;
  /** The first answer kept under this key; 422 when it was given to another request. */
  recall(kept: unknown): FirstAnswer;
}

/**
 * The key of a request, or undefined when it has none; 400 when it is too long or empty.
 * The table holds neither the key nor the body: the fingerprint is keyed with the key itself, so that nobody who can
 * read the table can try out passwords against it.
 */
export const idempotencyKeyOf = (request: HttpRequest, body: unknown): IdempotencyKey | undefined => {
  const sent = request.header('idempotency-key');
  if (sent === undefined) return undefined;
  if (sent.length < 1 || sent.length > 128) return invalid('Idempotency-Key', 'must have 1 to 128 characters');
  const { http } = request.event.requestContext;
  const owner = request.caller?.memberId ?? `anyone@${http.sourceIp}`;
  const key = createHash('sha256').update(`${owner}\n${sent}`).digest('hex');
  const fingerprint = createHmac('sha256', sent)
    .update(`${http.method} ${http.path}\n${JSON.stringify(body)}`)
    .digest('base64url');
  return {
    kind: 'request',
    key,
    claim: (first) => ({
      kind: 'request',
      key,
      value: { fingerprint, first },
      expiresAt: Math.floor(request.now.getTime() / 1000) + KEPT_FOR_SECONDS,
    }),
    recall: (value) => {
      const kept = Kept.parse(value);
      return kept.fingerprint === fingerprint ? kept.first : refuse(422, 'idempotency-key-reused');
    },
  };
};
