import { createHash } from 'node:crypto';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { HttpRequest } from '../../platform/http/http-request.ts';
import { refuse } from '../../platform/http/problem.ts';
import { networkOf } from './network-of.ts';

/** How many requests one address may send in each window; data of the stage. */
export const Allowance = z.object({ most: z.number().int().positive(), seconds: z.number().int().positive() });
export type Allowance = z.infer<typeof Allowance>;

interface Place {
  client: DynamoDBDocumentClient;
  table: string;
  /** What the requests are for; each has its own count. */
  purpose: string;
  /** Who asks, so that nobody can pass for another. */
  addressOf: (request: HttpRequest) => Promise<string>;
}

const Counter = z.object({ requests: z.number() });

/**
 * Counts the requests of one address in fixed windows, and ends what is over the allowance with 429.
 */
export const addressLimit =
  ({ client, table, purpose, addressOf }: Place, { most, seconds }: Allowance) =>
  async (request: HttpRequest): Promise<void> => {
    const { now } = request;
    const second = Math.floor(now.getTime() / 1000);
    const window = Math.floor(second / seconds);
    const network = createHash('sha256')
      .update(networkOf(await addressOf(request)))
      .digest('base64url');
    const count = new UpdateCommand({
      TableName: table,
      Key: { pk: `address#${purpose}#${network}`, sk: String(window) },
      UpdateExpression: 'ADD requests :one SET expiresAt = :end',
      ExpressionAttributeValues: { ':one': 1, ':end': (window + 2) * seconds },
      ReturnValues: 'ALL_NEW',
    });
    const { requests } = Counter.parse((await client.send(count)).Attributes);
    if (requests <= most) return;
    refuse(429, 'too-many-requests', { headers: { 'retry-after': String((window + 1) * seconds - second) } });
  };
