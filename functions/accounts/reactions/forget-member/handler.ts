import { documents } from '../../../platform/aws-clients.ts';
import { setting } from '../../../platform/environment.ts';
import { dynamoKeyEraser } from '../../../platform/event-store/vault/dynamodb.ts';
import { heard } from '../../../platform/listener/heard.ts';
import { reactionListener } from '../../../platform/wire.ts';
import { forgetMember } from './react.ts';

const forget = forgetMember(dynamoKeyEraser(documents, setting('SUBJECT_KEYS_TABLE')));

export const handler = reactionListener('forget-member', async (event) => {
  const deleted = heard('forget-member', event);
  if (deleted) await forget(deleted);
});
