import * as z from 'zod';
import { AssemblyError } from '../assembly/assembly-error.ts';
import type { Resource } from '../ports.ts';

/** A Lambda authorizer of an HTTP API (payload 2.0, simple responses). */
export interface AuthorizerDefinition {
  id: string;
  functionName: string;
  /** E.g. `$request.header.Authorization`. */
  identitySource: readonly string[];
  /** Seconds that an answer is kept, 0 for never. */
  ttlSeconds: number;
}

/** One route and what stands behind it. */
export interface RouteDefinition {
  /** As in the template: `GET /api/x/{id}` or `$default`. */
  routeKey: string;
  functionName: string;
  timeoutMs: number;
  authorizer: AuthorizerDefinition | undefined;
}

export interface HttpApiDefinition {
  apiId: string;
  stage: string;
  routes: readonly RouteDefinition[];
}

const Route = z.object({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['NONE', 'CUSTOM']).default('NONE'),
  AuthorizerId: z.string().optional(),
});
const Integration = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: z.coerce.number().max(30_000).default(30_000),
});
const Authorizer = z.object({
  AuthorizerType: z.literal('REQUEST'),
  AuthorizerUri: z.string(),
  AuthorizerPayloadFormatVersion: z.literal('2.0'),
  EnableSimpleResponses: z.coerce.boolean().pipe(z.literal(true)),
  IdentitySource: z.array(z.string()).default([]),
  AuthorizerResultTtlInSeconds: z.coerce.number().default(0),
});
const Stage = z.object({ StageName: z.string() });

const parse = <T>(schema: z.ZodType<T>, { stack, logicalId, properties }: Resource): T => {
  const parsed = schema.safeParse(properties);
  if (parsed.success) return parsed.data;
  throw new AssemblyError('bad-value', `${stack}/${logicalId}`, z.prettifyError(parsed.error));
};

/** The function's name in a function ARN or an authorizer's invocation URI. */
const functionNameIn = (uri: string): string => uri.match(/:function:([^/:]+)/)?.[1] ?? uri;

const authorizerOf = (resource: Resource): AuthorizerDefinition => {
  const { AuthorizerUri, IdentitySource, AuthorizerResultTtlInSeconds } = parse(Authorizer, resource);
  return {
    id: resource.physicalId,
    functionName: functionNameIn(AuthorizerUri),
    identitySource: IdentitySource,
    ttlSeconds: AuthorizerResultTtlInSeconds,
  };
};

/** Reads the HTTP API of an assembly, undefined when it has none; throws an `AssemblyError` for a part it cannot run. */
export const readHttpApi = (resources: readonly Resource[]): HttpApiDefinition | undefined => {
  const ofType = (type: string) => resources.filter((resource) => resource.type === `AWS::ApiGatewayV2::${type}`);
  const api = ofType('Api').find(({ properties }) => properties.ProtocolType === 'HTTP');
  if (!api) return undefined;
  const mine = (type: string) => ofType(type).filter(({ properties }) => properties.ApiId === api.physicalId);

  const integrations = new Map(mine('Integration').map((one) => [one.physicalId, parse(Integration, one)]));
  const authorizers = new Map(mine('Authorizer').map((one) => [one.physicalId, authorizerOf(one)]));
  const routeOf = (resource: Resource): RouteDefinition => {
    const { RouteKey, Target, AuthorizationType, AuthorizerId = '' } = parse(Route, resource);
    const integration = integrations.get(Target.replace('integrations/', ''));
    const authorizer = authorizers.get(AuthorizerId);
    if (!integration || (AuthorizationType === 'CUSTOM' && !authorizer))
      throw new AssemblyError(
        'unknown-reference',
        `${resource.stack}/${resource.logicalId}`,
        'no such integration or authorizer',
      );
    const { IntegrationUri, TimeoutInMillis } = integration;
    return { routeKey: RouteKey, functionName: functionNameIn(IntegrationUri), timeoutMs: TimeoutInMillis, authorizer };
  };
  const [stage] = mine('Stage').map((one) => parse(Stage, one).StageName);
  return { apiId: api.physicalId, stage: stage ?? '$default', routes: mine('Route').map(routeOf) };
};
