import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod';
import { Day, Instant } from '../../../lib/contract-values.ts';
import { getJson } from '../../../lib/http/get-json.ts';

export const periods = ['current-week', 'last-week', 'last-month', 'all-time'] as const;
export type Period = (typeof periods)[number];

export const Ranking = z.object({
  from: Day.nullish(),
  to: Day.nullish(),
  asOf: Instant.nullish(),
  items: z.array(
    z.object({
      rank: z.number(),
      volumeId: z.string(),
      seriesId: z.string(),
      title: z.string(),
      number: z.number().nullish(),
      coverUrl: z.string().nullish(),
      borrowCount: z.number(),
    }),
  ),
});
export type Ranking = z.infer<typeof Ranking>;

export const getRanking = (period: Period) =>
  queryOptions({
    queryKey: ['rankings', period],
    queryFn: ({ signal }) => getJson(`/api/rankings/volumes?period=${period}&limit=20`, Ranking, signal),
    refetchInterval: 2_000,
  });
