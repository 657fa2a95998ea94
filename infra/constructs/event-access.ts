import { Effect } from 'aws-cdk-lib/aws-iam';
import { DEFAULT_TENANT } from '../../events/stream-name.ts';
import { type Category, categories } from '../../events/topics.ts';
import { acknowledge } from '../acknowledge.ts';
import { commitsBucket, nameIn, tableArn } from '../names.ts';
import type { Stage } from '../stages.ts';
import type { BunkoFunction } from './bunko-function.ts';

const leadingKeys = (keys: readonly string[]) => ({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...keys] } });
const streamsOf = (categories: readonly Category[]) => categories.map((category) => `${DEFAULT_TENANT}#${category}#*`);
const eventTable = (fn: BunkoFunction, stage: Stage) => tableArn(fn, nameIn(stage, 'events'));
const claimTable = (fn: BunkoFunction, stage: Stage) => tableArn(fn, nameIn(stage, 'claims'));

/** May append to streams of these categories. Whoever may append may never change or delete. */
export const mayAppend = (fn: BunkoFunction, stage: Stage, categories: readonly Category[]): void => {
  largeCommits(fn, stage, categories, ['s3:GetObject', 's3:PutObject']);
  const kept = categories.filter((category) => withSnapshots.includes(category));
  if (kept.length > 0)
    fn.may({
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem'],
      resources: [tableArn(fn, nameIn(stage, 'snapshots'))],
      conditions: leadingKeys(streamsOf(kept)),
    });
  fn.may(
    {
      actions: ['dynamodb:PutItem', 'dynamodb:ConditionCheckItem', 'dynamodb:Query'],
      resources: [eventTable(fn, stage)],
      conditions: leadingKeys(streamsOf(categories)),
    },
    {
      effect: Effect.DENY,
      actions: ['dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'],
      resources: [eventTable(fn, stage)],
    },
  );
};

/** May read streams of these categories, and make a decision depend on them. */
export const mayConsult = (fn: BunkoFunction, stage: Stage, categories: readonly Category[]): void => {
  largeCommits(fn, stage, categories, ['s3:GetObject']);
  fn.may({
    actions: ['dynamodb:Query', 'dynamodb:ConditionCheckItem'],
    resources: [eventTable(fn, stage)],
    conditions: leadingKeys(streamsOf(categories)),
  });
};

/** Categories whose streams grow long, so that their states are kept as snapshots. */
const withSnapshots: readonly Category[] = ['shelf', 'patron', 'stock'];

/** The objects of commits that were too large for the table. */
const largeCommits = (
  fn: BunkoFunction,
  stage: Stage,
  categories: readonly Category[],
  actions: ('s3:GetObject' | 's3:PutObject')[],
): void => {
  for (const category of categories) {
    const objects = `${DEFAULT_TENANT}/${category}/*`;
    const bucket = `${nameIn(stage, 'commits')}-<AWS::AccountId>-<AWS::Region>`;
    acknowledge(fn, `IAM5[Resource::arn:aws:s3:::${bucket}/${objects}]`, 'The objects of one category of streams');
    fn.may({ actions, resources: [`arn:aws:s3:::${commitsBucket(fn, stage)}/${objects}`] });
  }
};

/** May read large commits of every category: the relay publishes them all. */
export const mayReadLargeCommits = (fn: BunkoFunction, stage: Stage): void =>
  largeCommits(fn, stage, categories, ['s3:GetObject']);

/** May hold claims of these kinds. */
export const mayClaim = (fn: BunkoFunction, stage: Stage, kinds: readonly string[]): void =>
  fn.may({
    actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
    resources: [claimTable(fn, stage)],
    conditions: leadingKeys(kinds.map((kind) => `${DEFAULT_TENANT}#${kind}#*`)),
  });
