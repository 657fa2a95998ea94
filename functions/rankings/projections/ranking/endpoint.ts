import * as z from 'zod';
import { BusinessDay } from '../../../../events/business-day.ts';
import { paging } from '../../../platform/http/cursor.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { Period } from './period.ts';
import { ShownRank } from './shown-rank.ts';

export const rankingEndpoint = endpoint('GET /api/rankings/volumes', {
  summary: 'The most borrowed volumes of a period; ties share a rank',
  who: 'anyone',
  query: z.object({ period: Period, limit: paging({ usual: 10 }).limit }),
  answers: {
    200: z.object({
      period: Period,
      /** Days, both inclusive; `from` is null for all time. */
      from: BusinessDay.nullable(),
      to: BusinessDay,
      asOf: z.iso.datetime(),
      items: z.array(ShownRank),
    }),
    304: null,
  },
});
