import { withEngine } from '../../../tests/support/engine.ts';
import { BY_TITLE, viewStoreContract } from './contract-suite.ts';
import { dynamoViewStore } from './dynamodb.ts';
import { dynamoViewTable } from './dynamodb-table.ts';
import { viewTableContract } from './table-contract-suite.ts';

const documents = withEngine([{ name: 'view', sort: 'S', indexes: [BY_TITLE] }]);
const name = { table: 'view', partitions: [BY_TITLE.partition] };

viewStoreContract('the view on DynamoDB', async () => dynamoViewStore(documents(), name));
viewStoreContract('a later generation on DynamoDB', async () => dynamoViewStore(documents(), name, 12));
viewTableContract('the view on DynamoDB', async () => dynamoViewTable(documents(), name));
