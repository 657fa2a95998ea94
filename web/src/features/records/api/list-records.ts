import { infiniteQueryOptions } from '@tanstack/react-query';
import * as z from 'zod';
import { Day, Money } from '../../../lib/contract-values.ts';
import { getJson } from '../../../lib/http/get-json.ts';
import { firstPage, nextCursorOf, pageOf, pathWith } from '../../../lib/page-of.ts';

export const loanStates = ['open', 'overdue', 'returned'] as const;
export type LoanState = (typeof loanStates)[number];

export const LoanRecord = z.object({
  loanId: z.string(),
  status: z.enum(loanStates).optional(),
  borrowedOn: Day,
  dueOn: Day,
  returnedOn: Day.nullish(),
  daysLate: z.number().nullish(),
  lateFee: Money.nullish(),
  items: z.array(
    z.object({
      volumeId: z.string(),
      title: z.string(),
      subtitle: z.string().nullish(),
      number: z.number().nullish(),
      coverUrl: z.string().nullish(),
    }),
  ),
});
export type LoanRecord = z.infer<typeof LoanRecord>;

const PAGE = 20;
const Page = pageOf(LoanRecord);

/** The member's own loans, newest first; overdue ones are not also open. */
export const listRecords = (status: LoanState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['me', 'records', status ?? 'any'],
    queryFn: ({ pageParam, signal }) =>
      getJson(pathWith('/api/me/records', { status, limit: PAGE, cursor: pageParam }), Page, signal),
    initialPageParam: firstPage(),
    getNextPageParam: nextCursorOf,
    refetchInterval: 2_000,
  });
