import { documents } from '../platform/aws-clients.ts';
import { setting } from '../platform/environment.ts';
import { dynamoMailRecords } from './mail/records/dynamodb.ts';

/** What became of each mail; for those who send and for those who hear from the provider. */
export const mailRecords = dynamoMailRecords(documents, setting('MAILS_TABLE'));
