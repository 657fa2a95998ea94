import { heard } from '../../../platform/listener/heard.ts';
import { reactionListener } from '../../../platform/wire.ts';
import { lending } from '../../wire.ts';

export const handler = reactionListener('lose-copy', async (event) => {
  const lost = heard('lose-copy', event);
  if (lost) await lending.loseCopy(lost);
});
