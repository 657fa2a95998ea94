import { Stack } from 'aws-cdk-lib';
import { HttpApi, HttpAuthorizer, type IHttpApi, type IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import { told } from './told-values.ts';

/** What each stack has seen already: a construct of an id is made once. */
const apis = new WeakMap<Stack, IHttpApi>();
const authorizers = new WeakMap<Stack, IHttpRouteAuthorizer>();

/** The HTTP API of the stage, seen from another stack. */
export const apiOf = (scope: Construct, { name }: Stage): IHttpApi => {
  const stack = Stack.of(scope);
  const api = apis.get(stack) ?? HttpApi.fromHttpApiAttributes(stack, 'api', { httpApiId: told(stack, name, 'api') });
  apis.set(stack, api);
  return api;
};

/** The authorizer of the stage, seen from another stack than that of the accounts. */
export const authorizerOf = (scope: Construct, { name }: Stage): IHttpRouteAuthorizer => {
  const stack = Stack.of(scope);
  const authorizer =
    authorizers.get(stack) ??
    HttpAuthorizer.fromHttpAuthorizerAttributes(stack, 'authorizer-of-the-stage', {
      authorizerId: told(stack, name, 'authorizer'),
      authorizerType: 'CUSTOM',
    });
  authorizers.set(stack, authorizer);
  return authorizer;
};
