import { dayOf } from '../../../../events/business-day.ts';
import { httpQuery } from '../../../platform/http/http-query.ts';
import { view } from '../../../platform/wire.ts';
import { CardRow, shownCard } from '../../shown-card.ts';
import { ownCardEndpoint } from './endpoint.ts';
import { ownCardWatermark } from './own-card-watermark.ts';
import { keyOfCard } from './project.ts';

const cards = view('member-card');

/** `GET /api/me/card`; 404 until the card is issued, which follows the account by moments. */
export const handler = httpQuery({
  ...ownCardEndpoint,
  watermark: ({ caller: { memberId } }) =>
    ownCardWatermark(memberId, async () => (await cards.get(keyOfCard(memberId))).guard),
  read: async ({ caller, http }) => {
    const { row } = await cards.get(keyOfCard(caller.memberId));
    return row && shownCard(CardRow.parse(row), dayOf(http.now));
  },
});
