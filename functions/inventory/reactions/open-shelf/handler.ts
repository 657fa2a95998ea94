import { heard } from '../../../platform/listener/heard.ts';
import { reactionListener } from '../../../platform/wire.ts';
import { inventory } from '../../wire.ts';

export const handler = reactionListener('open-shelf', async (event) => {
  const created = heard('open-shelf', event);
  if (created) await inventory.openShelf(created);
});
