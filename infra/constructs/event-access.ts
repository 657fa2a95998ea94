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
  snapshots(fn, stage, categories);
  fn.may(
    {
      actions: ['dynamodb:PutItem', 'dynamodb:Query'],
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

/** May read streams of these categories. */
export const mayConsult = (fn: BunkoFunction, stage: Stage, categories: readonly Category[]): void => {
  largeCommits(fn, stage, categories, ['s3:GetObject']);
  fn.may({
    actions: ['dynamodb:Query'],
    resources: [eventTable(fn, stage)],
    conditions: leadingKeys(streamsOf(categories)),
  });
};

/** May make a decision fall when a stream of these categories grows meanwhile, although it writes nothing to it. */
export const mayRestOn = (fn: BunkoFunction, stage: Stage, categories: readonly Category[]): void => {
  snapshots(fn, stage, categories);
  fn.may({
    actions: ['dynamodb:ConditionCheckItem'],
    resources: [eventTable(fn, stage)],
    conditions: leadingKeys(streamsOf(categories)),
  });
};

/** Categories whose streams grow long, so that their states are kept as snapshots. */
const withSnapshots: readonly Category[] = ['shelf', 'patron', 'stock', 'shop-category'];

/** Where the states of these categories are kept that have them kept: who decides over a stream reads its snapshot and keeps the next. */
const snapshots = (fn: BunkoFunction, stage: Stage, categories: readonly Category[]): void => {
  const kept = categories.filter((category) => withSnapshots.includes(category));
  if (kept.length > 0)
    fn.may({
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem'],
      resources: [tableArn(fn, nameIn(stage, 'snapshots'))],
      conditions: leadingKeys(streamsOf(kept)),
    });
};

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

/** What is done with claims: taken, looked up, given up. */
export type ClaimAction = 'dynamodb:PutItem' | 'dynamodb:GetItem' | 'dynamodb:DeleteItem';

/** May do this with claims of these kinds. */
export const mayClaim = (fn: BunkoFunction, stage: Stage, kinds: readonly string[], actions: ClaimAction[]): void =>
  fn.may({
    actions,
    resources: [claimTable(fn, stage)],
    conditions: leadingKeys(kinds.map((kind) => `${DEFAULT_TENANT}#${kind}#*`)),
  });
