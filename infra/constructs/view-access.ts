import { acknowledge } from '../acknowledge.ts';
import { nameIn, tableArn } from '../names.ts';
import type { Stage } from '../stages.ts';
import { type ProjectionName, type ViewName, views } from '../views.ts';
import type { BunkoFunction } from './bunko-function.ts';

/** Reads the read model, in the generation that is live. */
export const mayReadView = (fn: BunkoFunction, stage: Stage, view: ViewName): void => {
  onView(fn, stage, view, ['dynamodb:GetItem', 'dynamodb:Query']);
  onState(fn, stage, view, ['dynamodb:GetItem']);
};

/** Follows events into the read model, in every generation that is written, and notes how far it is. */
export const mayFollowIntoView = (fn: BunkoFunction, stage: Stage, view: ViewName): void => {
  onView(fn, stage, view, ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query']);
  onState(fn, stage, view, ['dynamodb:GetItem']);
  onState(fn, stage, `@progress#${view}`, ['dynamodb:PutItem']);
};

/** Rebuilds the read model from the event table, all of which it reads, and compares them. */
export const mayMaintainView = (fn: BunkoFunction, stage: Stage, view: ProjectionName): void => {
  onView(fn, stage, view, [
    'dynamodb:GetItem',
    'dynamodb:BatchGetItem',
    'dynamodb:Scan',
    'dynamodb:PutItem',
    'dynamodb:BatchWriteItem',
  ]);
  onState(fn, stage, view, ['dynamodb:GetItem', 'dynamodb:PutItem']);
  fn.may({ actions: ['dynamodb:Scan'], resources: [tableArn(fn, nameIn(stage, 'events'))] });
};

const onState = (fn: BunkoFunction, stage: Stage, key: string, actions: string[]): void =>
  fn.may({
    actions,
    resources: [tableArn(fn, nameIn(stage, 'projections'))],
    conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [key] } },
  });

/** The table and its indexes; the environment tells their names and what partitions them. */
const onView = (fn: BunkoFunction, stage: Stage, view: ViewName, actions: string[]): void => {
  const table = nameIn(stage, `view-${view}`);
  const arn = tableArn(fn, table);
  const variable = `VIEW_${view.toUpperCase().replaceAll('-', '_')}`;
  const partitions = new Set(views[view].map(({ partition }) => partition));
  fn.lambda.addEnvironment(variable, table);
  if (partitions.size > 0) fn.lambda.addEnvironment(`${variable}_PARTITIONS`, [...partitions].join(' '));
  acknowledge(
    fn,
    `IAM5[Resource::arn:<AWS::Partition>:dynamodb:<AWS::Region>:<AWS::AccountId>:table/${table}/index/*]`,
    'All indexes of the one read model that the function uses',
  );
  fn.may({ actions, resources: [arn] }, { actions: ['dynamodb:Query'], resources: [`${arn}/index/*`] });
};
