import { withEngine } from '../../../tests/support/engine.ts';
import { BY_TITLE, viewStoreContract } from './contract-suite.ts';
import { dynamoViewStore } from './dynamodb.ts';

const documents = withEngine([{ name: 'view', sort: 'S', indexes: [BY_TITLE] }]);

viewStoreContract('the view on DynamoDB', async () => dynamoViewStore(documents(), 'view'));
