import { DynamoDBClient, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Resource } from '../../local/ports.ts';
import type { Emulator } from './target.ts';

const Table = z.object({
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.literal(true) }).optional(),
});

/** Switches on what the template says about expiry: emulators make the tables and leave that out. */
export const setTimeToLive = async (
  { endpoint, region, environment }: Emulator,
  resources: readonly Resource[],
): Promise<void> => {
  const client = new DynamoDBClient({
    endpoint,
    region,
    credentials: {
      accessKeyId: environment.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? '',
    },
  });
  for (const { physicalId, properties } of resources.filter(({ type }) => type === 'AWS::DynamoDB::Table')) {
    const { TimeToLiveSpecification } = Table.parse(properties);
    if (!TimeToLiveSpecification) continue;
    await client.send(new UpdateTimeToLiveCommand({ TableName: physicalId, TimeToLiveSpecification })).catch(ifEnabled);
  }
};

/** A second deployment finds it switched on. */
const ifEnabled = (error: unknown): void => {
  if (!(error instanceof Error && error.name === 'ValidationException')) throw error;
};
