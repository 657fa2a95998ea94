import { withEngine } from '../../../../tests/support/engine.ts';
import { mailRecordsContract } from './contract-suite.ts';
import { dynamoMailRecords } from './dynamodb.ts';
import { inMemoryMailRecords } from './in-memory.ts';

const documents = withEngine([{ name: 'mails' }]);

mailRecordsContract('mail records in memory', async () => inMemoryMailRecords());
mailRecordsContract('mail records on DynamoDB', async () => dynamoMailRecords(documents(), 'mails'));
