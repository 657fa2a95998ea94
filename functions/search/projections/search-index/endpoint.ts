import * as z from 'zod';
import { paging } from '../../../platform/http/cursor.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { pageOf } from '../../../platform/http/page.ts';
import { searchKinds } from './view.ts';

const LONGEST_QUERY = 200;
const Kind = z.enum(searchKinds);
const kindList = new RegExp(`^(${searchKinds.join('|')})(,(${searchKinds.join('|')}))*$`);

export const searchEndpoint = endpoint('GET /api/search', {
  summary: 'Finds series, volumes and products by names, authors and descriptions, in Japanese and English',
  who: 'anyone',
  query: z.object({
    q: z
      .string()
      .min(1)
      .refine((query) => query.trim() !== '', 'must not be blank')
      .refine((query) => [...query].length <= LONGEST_QUERY, `must have at most ${LONGEST_QUERY} characters`),
    kind: z
      .string()
      .regex(kindList, `must be a list of ${searchKinds.join(', ')}`)
      .optional(),
    ...paging({ usual: 10 }),
  }),
  answers: {
    200: pageOf(
      z.object({ kind: Kind, id: z.string(), title: z.string(), snippet: z.string(), score: z.number() }),
    ).extend({ total: z.number().int() }),
  },
});
