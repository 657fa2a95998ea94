import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Stage } from './stages.ts';

/** Physical names follow from the stage, so that stacks need not export them to each other. */
export const nameIn = ({ name }: Stage, what: string): string => `bunko-${name}-${what}`;

export const tableArn = (scope: IConstruct, tableName: string): string =>
  Stack.of(scope).formatArn({ service: 'dynamodb', resource: 'table', resourceName: tableName });
