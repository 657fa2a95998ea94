import { heard } from '../../../platform/listener/heard.ts';
import { reactionListener } from '../../../platform/wire.ts';
import { lending } from '../../wire.ts';

export const handler = reactionListener('settle-lost-copy', async (event) => {
  const lost = heard('settle-lost-copy', event);
  if (lost) await lending.settleLostCopy(lost);
});
