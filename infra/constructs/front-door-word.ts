import { Stack } from 'aws-cdk-lib';
import { acknowledge } from '../acknowledge.ts';
import { frontDoorWord } from '../names.ts';
import type { Stage } from '../stages.ts';
import type { BunkoFunction } from './bunko-function.ts';

/** The function may believe the CDN whom it saw, by the word that the CDN alone says; no such word without a CDN. */
export const knowsViewers = (fn: BunkoFunction, stage: Stage): void => {
  if (!stage.hosting) return;
  const { region, account } = Stack.of(fn);
  const name = frontDoorWord(stage);
  const reference = `aws/reference/secretsmanager/${name}`;
  fn.lambda.addEnvironment('FRONT_DOOR_WORD', `/${reference}`);
  acknowledge(
    fn,
    `IAM5[Resource::arn:aws:secretsmanager:<AWS::Region>:<AWS::AccountId>:secret:${name}-*]`,
    'Secrets Manager adds six characters of its own to the name of a secret',
  );
  fn.may(
    { actions: ['ssm:GetParameter'], resources: [`arn:aws:ssm:${region}:${account}:parameter/${reference}`] },
    {
      actions: ['secretsmanager:GetSecretValue'],
      resources: [`arn:aws:secretsmanager:${region}:${account}:secret:${name}-*`],
    },
  );
};
