import * as z from 'zod';
import { partsOf } from '../../../../events/stream-name.ts';
import { topOf } from '../../../../events/views/ranking.ts';
import { httpQuery } from '../../../platform/http/http-query.ts';
import { view } from '../../../platform/wire.ts';
import { rankingEndpoint } from './endpoint.ts';
import { windowOf } from './period.ts';
import { ranked } from './ranked.ts';

const counts = view('ranking');
const Ranking = z.looseObject({ asOf: z.string() });

/** A loan is counted by the first event of its stream; whatever follows changes nothing here. */
const position = async (stream: string): Promise<number> => {
  const seen = await counts.position(stream);
  return partsOf(stream).category === 'loan' && seen > 0 ? Number.POSITIVE_INFINITY : seen;
};

export const handler = httpQuery({
  ...rankingEndpoint,
  watermark: () => ({ categories: ['loan', 'volume'], position }),
  read: async ({ query: { period, limit }, http }) => {
    const { bucket, from, to } = windowOf(period, http.now);
    const { rows } = await counts.query(topOf(bucket, limit));
    return { period, from, to, asOf: http.now.toISOString(), items: ranked(rows) };
  },
  etag: (body) => ({ ...Ranking.parse(body), asOf: undefined }),
});
