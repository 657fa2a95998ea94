import { dayOf } from '../../../../events/business-day.ts';
import { route } from '../../../platform/http/http-query.ts';
import type { ReadableView } from '../../../platform/view-store/port.ts';
import { orderReportEndpoint, orderStatisticsEndpoint } from './endpoints.ts';
import { statisticsOf } from './statistics.ts';

/** What librarians read of all orders together. */
export const statisticsRoutes = (view: ReadableView) => {
  const watermark = () => ({ categories: ['order'], position: view.position });
  return {
    [orderStatisticsEndpoint.route]: route({
      ...orderStatisticsEndpoint,
      watermark,
      read: async ({ query: { from, to } }) => ({
        from: from ?? null,
        to: to ?? null,
        ...(await statisticsOf(view, { from, to })),
      }),
    }),
    [orderReportEndpoint.route]: route({
      ...orderReportEndpoint,
      watermark,
      read: async ({ params: { day }, http }) =>
        day < dayOf(http.now) ? { day, ...(await statisticsOf(view, { from: day, to: day })) } : undefined,
    }),
  };
};
