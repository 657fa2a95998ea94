import { heard } from '../../../platform/listener/heard.ts';
import { reactionListener } from '../../../platform/wire.ts';
import { lending } from '../../wire.ts';

export const handler = reactionListener('expire-holds', async (event) => {
  const dayBegan = heard('expire-holds', event);
  if (dayBegan) await lending.expireHolds(dayBegan);
});
