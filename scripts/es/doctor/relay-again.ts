import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { awsEnvironment, signedCall } from '../aws-calls.ts';
import { TargetProblem } from '../local-system.ts';
import type { Target } from '../target.ts';
import { batchesOf, type Image, insertRecordOf } from './stream-records.ts';

/** Where a commit lies. */
export interface CommitKey {
  stream: string;
  version: number;
}

const Answer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

const imageOf = async ({ client, name }: Target, { stream, version }: CommitKey): Promise<Image> => {
  const Key = { pk: { S: stream }, sk: { N: String(version) } };
  const { Item } = await client.send(new GetItemCommand({ TableName: name('events'), Key, ConsistentRead: true }));
  if (!Item) throw new TargetProblem(`the commit ${stream} ${version} has gone`);
  return Item;
};

/** One batch to the relay; throws a `TargetProblem` unless it has published all of it. */
const invokeRelay = async (target: Target, batch: string): Promise<void> => {
  const relay = target.name('relay');
  const path = `/2015-03-31/functions/${relay}/invocations`;
  const answer = await signedCall(target, 'lambda', path, {
    headers: { 'content-type': 'application/json', 'x-amz-invocation-type': 'RequestResponse' },
    body: batch,
  });
  const text = await answer.text();
  if (!answer.ok || answer.headers.has('x-amz-function-error'))
    throw new TargetProblem(`${relay} did not take the commits: ${answer.status} ${text}`);
  const { batchItemFailures } = Answer.parse(JSON.parse(text));
  const [first] = batchItemFailures;
  if (first) throw new TargetProblem(`${relay} gave commits back, the first one ${first.itemIdentifier}`);
};

/**
 * Hands commits to the relay as the stream would have: it stays the only publisher, and listeners drop what they had.
 * Answers in how many calls.
 */
export const relayAgain = async (target: Target, commits: readonly CommitKey[]): Promise<number> => {
  const { AWS_REGION: region } = await awsEnvironment(target);
  const images: Image[] = [];
  for (const commit of commits) images.push(await imageOf(target, commit));
  const batches = batchesOf(images.map((image) => insertRecordOf(image, region, new Date())));
  for (const batch of batches) await invokeRelay(target, batch);
  return batches.length;
};
