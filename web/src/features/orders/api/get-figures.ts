import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http/get-json.ts';
import { pathWith } from '../../../lib/page-of.ts';
import { Figures } from '../figures.ts';

/** What the orders of some days come to, both days inclusive; an empty one leaves that side open. */
export const getStatistics = (days: { from: string; to: string }) =>
  queryOptions({
    queryKey: ['me', 'all-orders', 'statistics', days],
    queryFn: ({ signal }) => getJson(pathWith('/api/orders/statistics', days), Figures, signal),
    refetchInterval: 5_000,
  });

/** The report of one day. It is there once the day has ended. */
export const getReport = (day: string) =>
  queryOptions({
    queryKey: ['me', 'all-orders', 'report', day],
    queryFn: ({ signal }) => getJson(`/api/orders/reports/${encodeURIComponent(day)}`, Figures, signal),
  });
