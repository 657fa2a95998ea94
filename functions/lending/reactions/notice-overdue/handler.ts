import { heard } from '../../../platform/listener/heard.ts';
import { reactionListener } from '../../../platform/wire.ts';
import { lending } from '../../wire.ts';

export const handler = reactionListener('notice-overdue', async (event) => {
  const dayBegan = heard('notice-overdue', event);
  if (dayBegan) await lending.noticeOverdueLoans(dayBegan);
});
