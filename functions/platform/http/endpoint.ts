import * as z from 'zod';
import type { Who } from './caller.ts';

/** A route as API Gateway keys it. */
export type RouteKey = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /api/${string}`;

/** Bodies by status: a shape in JSON, null for none, or a shape in another media type. */
export type Answers = Readonly<Record<number, z.ZodType | null | { mediaType: string; shape: z.ZodType }>>;

/** Refusals by their code, with the status each has. What any route may answer (400, 401, …) is not named. */
export type Refusals = Readonly<Record<string, number>>;

/** What a route promises: the handler is made of it, the OpenAPI document too, and the tests hold both to it. */
export interface Endpoint<
  W extends Who = Who,
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends Refusals = Refusals,
> {
  route: RouteKey;
  /** One line, for the document. */
  summary: string;
  who: W;
  /** Anyone may call it, but gets another answer by who they are: the authorizer is asked all the same. */
  asksWho: boolean;
  params: P;
  query: Q;
  body: B;
  answers: Answers;
  refusals: R;
}

const None = z.object({});
const Empty = z.strictObject({});

/**
 * Declares a route. Parameters, query and body are empty unless said otherwise; shapes of parameters and query take strings.
 * @example
 * endpoint('POST /api/loans/{loanId}/renew', {
 *   summary: 'Renews a loan', who: 'member', params: z.object({ loanId: LoanId }),
 *   answers: { 200: z.object({ dueOn: BusinessDay }) }, refusals: { 'not-found': 404, 'renewed-before': 409 },
 * })
 */
export const endpoint = <
  W extends Who,
  P extends z.ZodType = typeof None,
  Q extends z.ZodType = typeof None,
  B extends z.ZodType = typeof Empty,
  const R extends Refusals = Readonly<Record<never, number>>,
>(
  route: RouteKey,
  contract: {
    summary: string;
    who: W;
    asksWho?: boolean;
    params?: P;
    query?: Q;
    body?: B;
    answers: Answers;
    refusals?: R;
  },
): Endpoint<W, P, Q, B, R> => ({
  route,
  summary: contract.summary,
  who: contract.who,
  asksWho: contract.asksWho ?? contract.who !== 'anyone',
  params: contract.params ?? (None as unknown as P),
  query: contract.query ?? (None as unknown as Q),
  body: contract.body ?? (Empty as unknown as B),
  answers: contract.answers,
  refusals: contract.refusals ?? ({} as R),
});
