import { nameIn, tableArn } from '../names.ts';
import type { Stage } from '../stages.ts';
import { type ProjectionName, projections, type ViewName, views } from '../views.ts';
import type { BunkoFunction } from './bunko-function.ts';

/** Reads rows of the read model by their keys, in the generation that is live. */
export const mayReadView = (fn: BunkoFunction, stage: Stage, view: ViewName): void => {
  onView(fn, stage, view, ['dynamodb:GetItem']);
  onState(fn, stage, view, ['dynamodb:GetItem']);
};

/** Reads lists of the read model as it is kept, in the generation that is live. */
export const mayListView = (fn: BunkoFunction, stage: Stage, view: ViewName): void => {
  onView(fn, stage, view, ['dynamodb:Query']);
  onState(fn, stage, view, ['dynamodb:GetItem']);
};

/** Reads lists of the read model in these other orders, in the generation that is live. */
export const mayListViewBy = (fn: BunkoFunction, stage: Stage, view: ViewName, indexes: readonly string[]): void => {
  onView(fn, stage, view, []);
  const arn = tableArn(fn, nameIn(stage, `view-${view}`));
  fn.may({ actions: ['dynamodb:Query'], resources: indexes.map((index) => `${arn}/index/${index}`) });
  onState(fn, stage, view, ['dynamodb:GetItem']);
};

/** Follows events into the read model, in every generation that is written, and notes how far it is. */
export const mayFollowIntoView = (fn: BunkoFunction, stage: Stage, view: ViewName): void => {
  onView(fn, stage, view, ['dynamodb:GetItem', 'dynamodb:PutItem']);
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

/** Which generation of a read model is live. One that is no projection has none. */
const onState = (fn: BunkoFunction, stage: Stage, key: string, actions: string[]): void => {
  if (!Object.hasOwn(projections, key.replace('@progress#', ''))) return;
  fn.may({
    actions,
    resources: [tableArn(fn, nameIn(stage, 'projections'))],
    conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [key] } },
  });
};

/** The table; the environment tells its name and what partitions its indexes. */
const onView = (fn: BunkoFunction, stage: Stage, view: ViewName, actions: string[]): void => {
  const table = nameIn(stage, `view-${view}`);
  const variable = `VIEW_${view.toUpperCase().replaceAll('-', '_')}`;
  const partitions = new Set(views[view].map(({ partition }) => partition));
  fn.lambda.addEnvironment(variable, table);
  if (partitions.size > 0) fn.lambda.addEnvironment(`${variable}_PARTITIONS`, [...partitions].join(' '));
  if (actions.length > 0) fn.may({ actions, resources: [tableArn(fn, table)] });
};
