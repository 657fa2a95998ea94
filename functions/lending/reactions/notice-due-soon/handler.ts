import { heard } from '../../../platform/listener/heard.ts';
import { reactionListener } from '../../../platform/wire.ts';
import { lending } from '../../wire.ts';

export const handler = reactionListener('notice-due-soon', async (event) => {
  const dayBegan = heard('notice-due-soon', event);
  if (dayBegan) await lending.noticeLoansDueSoon(dayBegan);
});
