import * as z from 'zod';
import { dayOf } from '../../../../events/business-day.ts';
import { httpQuery } from '../../../platform/http/http-query.ts';
import { view } from '../../../platform/wire.ts';
import { CardRow, shownCard } from '../../shown-card.ts';

const cards = view('member-card');

/** `GET /api/me/card`; 404 until the card is issued, which follows the account by moments. */
export const handler = httpQuery({
  who: 'member',
  params: z.object({}),
  query: z.object({}),
  watermark: ({ caller }) => ({
    categories: ['card'],
    position: async () => (await cards.get({ pk: caller.memberId, sk: 'card' })).guard,
  }),
  read: async ({ caller, http }) => {
    const { row } = await cards.get({ pk: caller.memberId, sk: 'card' });
    return row && shownCard(CardRow.parse(row), dayOf(http.now));
  },
});
