import { heard } from '../../../platform/listener/heard.ts';
import { reactionListener } from '../../../platform/wire.ts';
import { membership } from '../../wire.ts';

export const handler = reactionListener('issue-card', async (event) => {
  const registered = heard('issue-card', event);
  if (registered) await membership.issueCard(registered);
});
