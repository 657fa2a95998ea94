import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { ProjectionState, UNTOUCHED } from './state.ts';
import type { ProjectionStates } from './states.ts';

/** States in a DynamoDB table whose `pk` is the view. */
export const dynamoStates = (client: DynamoDBDocumentClient, table: string): ProjectionStates => ({
  async of(view) {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: { pk: view }, ConsistentRead: true }));
    return Item ? ProjectionState.parse(Item) : UNTOUCHED;
  },
  async replace(view, state) {
    const Item = { ...state, pk: view, revision: state.revision + 1 };
    try {
      await client.send(new PutCommand({ TableName: table, Item, ...unchangedSince(state.revision) }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});

const unchangedSince = (revision: number) =>
  revision === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'revision = :revision', ExpressionAttributeValues: { ':revision': revision } };
