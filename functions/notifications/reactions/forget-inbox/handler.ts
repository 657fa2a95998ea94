import { heard } from '../../../platform/listener/heard.ts';
import { reactionListener } from '../../../platform/wire.ts';
import { inbox } from '../../wire.ts';

/** The inbox of a member who left is emptied. */
export const handler = reactionListener('forget-inbox', async (event) => {
  const deleted = heard('forget-inbox', event);
  if (deleted) await inbox.empty(deleted.data.memberId);
});
