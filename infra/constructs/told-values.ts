import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { toldAt } from '../names.ts';
import type { Stage } from '../stages.ts';
import { stackParameter } from './stack-parameter.ts';

/** What AWS names and a stack tells the others. Everything else follows from names of ours (`names.ts`). */
const values = {
  'data-key': 'ARN of the key of tables and queues',
  'personal-data-key': 'ARN of the key that wraps the data keys of members',
  'signing-key': 'Id of the key that signs access tokens',
  'event-stream': "ARN of the event table's stream",
  'kafka-cluster': 'ARN of the Kafka cluster',
  'kafka-brokers': 'Addresses of the brokers, separated by commas',
  'kafka-subnets': 'Subnets of Kafka clients, separated by commas',
  'kafka-clients': 'Security group of Kafka clients',
  api: 'Id of the HTTP API',
  'api-address': 'Where the HTTP API answers',
  authorizer: 'Id of the authorizer of the HTTP API',
} as const;
export type Told = keyof typeof values;

/**
 * Keeps a value where the other stacks of the stage find it. A parameter and no export: an export that somebody imports cannot
 * be changed or removed, and whoever deploys would be stuck with it (docs/decisions/0035-clusters-and-developer-stages.md).
 */
export const tell = (scope: Construct, stage: Stage, value: Told, is: string): void => {
  new StringParameter(scope, `told-${value}`, {
    parameterName: toldAt(stage.name, value),
    stringValue: is,
    description: values[value],
  });
};

/** A value that another stack of a stage told; looked up anew by each deployment of this one. */
export const told = (scope: Construct, stageName: string, value: Told): string =>
  stackParameter(scope, `Told-${value}`, {
    type: 'AWS::SSM::Parameter::Value<String>',
    default: toldAt(stageName, value),
    description: values[value],
  });
