import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Entry } from '../../functions/shop/payments/ledger-rules.ts';
import { ParcelLine } from '../../functions/shop/shipping/carrier-rules.ts';

const linesIn = async <Line>(endpoint: string, table: string, line: z.ZodType<Line>): Promise<Map<string, Line>> => {
  const Row = z.object({ pk: z.string(), line });
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint,
      region: 'ap-northeast-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    }),
  );
  const lines = new Map<string, Line>();
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table }))
    for (const item of Items) {
      const row = Row.parse(item);
      lines.set(row.pk, row.line);
    }
  client.destroy();
  return lines;
};

/** What the simulated gateway and the simulated carrier wrote down, by order. */
export const outsideBooks = async (endpoint: string, stage = 'local') => ({
  payments: await linesIn(endpoint, `bunko-${stage}-payments`, Entry),
  parcels: await linesIn(endpoint, `bunko-${stage}-parcels`, ParcelLine),
});
