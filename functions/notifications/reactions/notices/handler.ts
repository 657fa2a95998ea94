import { heard } from '../../../platform/listener/heard.ts';
import { reactionListener } from '../../../platform/wire.ts';
import { notices } from '../../notices-wire.ts';

export const handler = reactionListener('notices', async (event) => {
  const told = heard('notices', event);
  if (told) await notices.tell(told);
});
