import { heard } from '../../../platform/listener/heard.ts';
import { reactionListener } from '../../../platform/wire.ts';
import { noticeExpiringCards } from '../../notices-wire.ts';

export const handler = reactionListener('notice-expiring', async (event) => {
  const dayBegan = heard('notice-expiring', event);
  if (dayBegan) await noticeExpiringCards(dayBegan);
});
