import * as z from 'zod';
import { paging } from '../../../platform/http/cursor.ts';
import { httpQuery } from '../../../platform/http/http-query.ts';
import { view } from '../../../platform/wire.ts';
import { Period, windowOf } from './period.ts';
import { ranked } from './ranked.ts';
import { BY_PLACE } from './view.ts';

const counts = view('ranking');
const Ranking = z.looseObject({ asOf: z.string() });

/** `GET /api/rankings/volumes` */
export const handler = httpQuery({
  who: 'anyone',
  params: z.object({}),
  query: z.object({ period: Period, limit: paging({ usual: 10 }).limit }),
  watermark: () => ({
    categories: ['loan'],
    // A loan is counted by the first event of its stream; whatever follows changes nothing here.
    position: async (stream) => ((await counts.position(stream)) > 0 ? Number.POSITIVE_INFINITY : 0),
  }),
  read: async ({ query: { period, limit }, http }) => {
    const { bucket, from, to } = windowOf(period, http.now);
    const { rows } = await counts.query({
      index: BY_PLACE,
      partition: ['bucket', bucket],
      range: { attribute: 'place' },
      limit,
    });
    return { period, from, to, asOf: http.now.toISOString(), items: ranked(rows) };
  },
  etag: (body) => ({ ...Ranking.parse(body), asOf: undefined }),
});
