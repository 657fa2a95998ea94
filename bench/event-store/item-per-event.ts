import { type DynamoDBDocumentClient, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Design, type Fact, fold, nothing, type State } from './design.ts';

const Item = z.object({ version: z.number(), data: z.object({ loanId: z.string() }) });

/** The plain design of most examples: one item per event, a condition on each, the whole stream read for each command. */
export const itemPerEvent = (documents: DynamoDBDocumentClient): Design => {
  const put = (id: string, version: number, data: Fact) => ({
    TableName: 'plain',
    Item: { pk: id, sk: version, type: 'copy-lent', version, data, at: new Date().toISOString() },
    ConditionExpression: 'attribute_not_exists(pk)',
  });
  const append: Design['append'] = async (id, version, facts) => {
    const puts = facts.map((fact, index) => put(id, version + index + 1, fact));
    const [only, ...more] = puts;
    if (only && more.length === 0) await documents.send(new PutCommand(only));
    else await documents.send(new TransactWriteCommand({ TransactItems: puts.map((Put) => ({ Put })) }));
  };
  const load = async (id: string): Promise<State> => {
    let state = nothing;
    let after: Record<string, unknown> | undefined;
    do {
      const page = await documents.send(
        new QueryCommand({
          TableName: 'plain',
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :id',
          ExpressionAttributeValues: { ':id': id },
          ...(after && { ExclusiveStartKey: after }),
        }),
      );
      for (const item of page.Items ?? []) state = fold(state, Item.parse(item).data);
      after = page.LastEvaluatedKey;
    } while (after);
    return state;
  };
  return {
    name: 'item per event',
    append,
    load,
    command: async (id, fact) => append(id, (await load(id)).count, [fact]),
  };
};
