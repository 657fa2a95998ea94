import { KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { documents } from '../../platform/aws-clients.ts';
import { setting } from '../../platform/environment.ts';
import { lambda } from '../../platform/lambda.ts';
import { dynamoKeyBook } from '../tokens/key-book/dynamodb.ts';
import { kmsKeyMaker } from './kms-keys.ts';
import { rotateKeys } from './rotate-keys.ts';

const keyOfTheStack = setting('SIGNING_KEY');
const rotate = rotateKeys({
  book: dynamoKeyBook(documents, setting('SESSIONS_TABLE'), keyOfTheStack),
  keys: kmsKeyMaker(new KMSClient({}), {
    keyOfTheStack,
    tag: { TagKey: setting('SIGNING_TAG'), TagValue: setting('STAGE') },
  }),
});

/** Run by an operator (`npm run rotate-keys`), who says what time it is. */
const Order = z.object({ now: z.iso.datetime() });

export const handler = lambda(async (order: unknown) => rotate(new Date(Order.parse(order).now)));
