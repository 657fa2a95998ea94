import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import * as z from 'zod';
import { orderSaga, type SagaFunction } from '../../infra/sagas/order-saga.ts';

const ARN = 'arn:aws:lambda:ap-northeast-1:000000000000:function:';
const Joined = z.object({
  'Fn::Join': z.tuple([z.literal(''), z.array(z.union([z.string(), z.object({ Ref: z.string() })]))]),
});

/** The function that a task of the definition below names. */
export const functionIn = (arn: string): string => arn.replace(ARN, '');

/** The saga's definition as CDK gives it to CloudFormation, with functions that are named like their steps. */
export const orderSagaDefinition = (): { StartAt: string; States: Record<string, Record<string, unknown>> } => {
  const stack = new Stack(new App({ outdir: mkdtempSync(join(tmpdir(), 'bunko-saga-')) }), 'saga');
  const known = new Map<SagaFunction, ReturnType<typeof LambdaFunction.fromFunctionArn>>();
  const functionOf = (name: SagaFunction) => {
    const lambda = known.get(name) ?? LambdaFunction.fromFunctionArn(stack, name, `${ARN}${name}`);
    known.set(name, lambda);
    return lambda;
  };
  new StateMachine(stack, 'order-saga', { definitionBody: DefinitionBody.fromChainable(orderSaga(stack, functionOf)) });
  const [machine] = Object.values(Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine'));
  const parts = Joined.parse(machine?.Properties.DefinitionString)['Fn::Join'][1];
  return JSON.parse(parts.map((part) => (typeof part === 'string' ? part : 'aws')).join(''));
};
