import { documents } from '../platform/aws-clients.ts';
import { setting } from '../platform/environment.ts';
import { dynamoInbox } from './inbox/dynamodb.ts';

export const inbox = dynamoInbox(documents, setting('VIEW_INBOX'));
