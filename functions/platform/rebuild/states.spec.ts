import { withEngine } from '../../../tests/support/engine.ts';
import { projectionStatesContract } from './states-contract-suite.ts';
import { dynamoStates } from './states-dynamodb.ts';
import { inMemoryStates } from './states-in-memory.ts';

const documents = withEngine([{ name: 'projections' }]);

projectionStatesContract('memory', inMemoryStates);
projectionStatesContract('DynamoDB', () => dynamoStates(documents(), 'projections'));
