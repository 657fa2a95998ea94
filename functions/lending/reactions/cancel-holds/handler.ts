import { heard } from '../../../platform/listener/heard.ts';
import { reactionListener } from '../../../platform/wire.ts';
import { lending } from '../../wire.ts';

export const handler = reactionListener('cancel-holds', async (event) => {
  const told = heard('cancel-holds', event);
  if (told) await lending.cancelHolds(told);
});
