import { Effect } from 'aws-cdk-lib/aws-iam';
import { DEFAULT_TENANT } from '../../events/stream-name.ts';
import type { Category } from '../../events/topics.ts';
import { nameIn, tableArn } from '../names.ts';
import type { Stage } from '../stages.ts';
import type { BunkoFunction } from './bunko-function.ts';

const leadingKeys = (keys: readonly string[]) => ({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...keys] } });
const streamsOf = (categories: readonly Category[]) => categories.map((category) => `${DEFAULT_TENANT}#${category}#*`);
const eventTable = (fn: BunkoFunction, stage: Stage) => tableArn(fn, nameIn(stage, 'events'));
const claimTable = (fn: BunkoFunction, stage: Stage) => tableArn(fn, nameIn(stage, 'claims'));

/** May append to streams of these categories. Whoever may append may never change or delete. */
export const mayAppend = (fn: BunkoFunction, stage: Stage, categories: readonly Category[]): void =>
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

/** May read streams of these categories, and make a decision depend on them. */
export const mayConsult = (fn: BunkoFunction, stage: Stage, categories: readonly Category[]): void =>
  fn.may({
    actions: ['dynamodb:Query', 'dynamodb:ConditionCheckItem'],
    resources: [eventTable(fn, stage)],
    conditions: leadingKeys(streamsOf(categories)),
  });

/** May hold claims of these kinds. */
export const mayClaim = (fn: BunkoFunction, stage: Stage, kinds: readonly string[]): void =>
  fn.may({
    actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
    resources: [claimTable(fn, stage)],
    conditions: leadingKeys(kinds.map((kind) => `${DEFAULT_TENANT}#${kind}#*`)),
  });
