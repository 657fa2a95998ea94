import * as z from 'zod';
import type { Clock, FunctionInvoker } from '../ports.ts';
import type { AuthorizerDefinition } from './api-definition.ts';
import { authorizerEvent, type GatewayContext, type GatewayRequest } from './gateway-event.ts';

/** What came of asking an authorizer. */
export type Authorization =
  | { outcome: 'allowed'; context: Readonly<Record<string, unknown>> }
  | { outcome: 'denied' }
  | { outcome: 'no-identity' }
  | { outcome: 'failed' };

const Simple = z.object({ isAuthorized: z.boolean(), context: z.record(z.string(), z.unknown()).nullish() });
/** Kept answers; when full, the oldest goes. */
const CACHE_LIMIT = 1000;

const identityOf = (source: string, request: GatewayRequest): string | undefined => {
  const [, kind, name = ''] = source.match(/^\$request\.(header|querystring)\.(.+)$/) ?? [];
  if (kind === 'header') return request.headers[name.toLowerCase()] || undefined;
  if (kind === 'querystring') return new URLSearchParams(request.rawQueryString).get(name) || undefined;
  return undefined;
};

/** Asks Lambda authorizers, and keeps an answer as long as the authorizer's TTL says. */
export const openAuthorizers = (invoker: FunctionInvoker, clock: Clock) => {
  const kept = new Map<string, { until: number; authorization: Authorization }>();

  const ask = async (definition: AuthorizerDefinition, event: unknown, traceHeader: string): Promise<Authorization> => {
    const result = await invoker.invoke(definition.functionName, event, { traceHeader });
    if (!result.ok) return { outcome: 'failed' };
    const parsed = Simple.safeParse(result.payload);
    if (!parsed.success) return { outcome: 'failed' };
    return parsed.data.isAuthorized
      ? { outcome: 'allowed', context: parsed.data.context ?? {} }
      : { outcome: 'denied' };
  };

  const keep = (key: string, authorization: Authorization, ttlSeconds: number) => {
    if (authorization.outcome === 'failed') return;
    const [oldest] = kept.keys();
    if (kept.size >= CACHE_LIMIT && oldest !== undefined) kept.delete(oldest);
    kept.set(key, { until: clock.now().getTime() + ttlSeconds * 1000, authorization });
  };

  return async (
    definition: AuthorizerDefinition,
    request: GatewayRequest,
    context: GatewayContext,
    traceHeader: string,
  ): Promise<Authorization> => {
    const { id, identitySource, ttlSeconds } = definition;
    const identity = identitySource.map((source) => identityOf(source, request));
    const present = identity.filter((value) => value !== undefined);
    if (present.length < identity.length) return { outcome: 'no-identity' };

    const key = JSON.stringify([id, context.routeKey, present]);
    const known = kept.get(key);
    if (ttlSeconds > 0 && known && known.until > clock.now().getTime()) return known.authorization;

    const method = request.method;
    const routeArn = `arn:aws:execute-api:ap-northeast-1:000000000000:${context.apiId}/${context.stage}/${method}${request.rawPath}`;
    const authorization = await ask(definition, authorizerEvent(request, context, present, routeArn), traceHeader);
    if (ttlSeconds > 0) keep(key, authorization, ttlSeconds);
    return authorization;
  };
};
