import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod';
import { Day } from '../../../lib/contract-values.ts';
import { failureOf, mayPass } from '../../../lib/http/failure.ts';
import { getJson } from '../../../lib/http/get-json.ts';

export const Card = z.object({
  cardId: z.string(),
  status: z.enum(['active', 'suspended', 'expired']),
  validUntil: Day,
});
export type Card = z.infer<typeof Card>;

const isOnItsWay = (error: Error | null): boolean => {
  const failure = error && failureOf(error);
  return failure?.kind === 'problem' && failure.problem.code === 'not-found';
};

/** The member's card. It follows the account by an event, so a new member asks again until it is there. */
export const getCard = queryOptions({
  queryKey: ['me', 'card'],
  queryFn: ({ signal }) => getJson('/api/me/card', Card, signal),
  retry: (times, error) => times < 10 && (isOnItsWay(error) || mayPass(failureOf(error))),
});
