import type { APIGatewayRequestAuthorizerEventV2, APIGatewaySimpleAuthorizerWithContextResult } from 'aws-lambda';
import { lambda } from '../../platform/lambda.ts';
import { eventStore } from '../../platform/wire.ts';
import { tokens } from '../token-wire.ts';

type Context = { memberId: string; roles: string } | Record<string, never>;

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i;

/**
 * Finds out who calls, and lets everybody pass: the functions answer 401 and 403 themselves, as problem+json
 * (docs/decisions/0004).
 */
export const handler = lambda<APIGatewayRequestAuthorizerEventV2, APIGatewaySimpleAuthorizerWithContextResult<Context>>(
  async ({ headers, requestContext }) => {
    const [, token] = BEARER.exec(headers?.authorization ?? '') ?? [];
    // API Gateway tells an authorizer the time of the request; emulators of it leave that out.
    const { timeEpoch = Date.now() }: { timeEpoch?: number } = requestContext;
    const now = new Date(timeEpoch);
    const verified = token === undefined ? undefined : await tokens.verify(token, now);
    // A deleted account ends all its tokens at once, not when they expire.
    const hasEnded = verified !== undefined && (await eventStore.held('ended', verified.memberId, now)) !== undefined;
    const identity = hasEnded ? undefined : verified;
    return {
      isAuthorized: true,
      context: identity ? { memberId: identity.memberId, roles: identity.roles.join(',') } : {},
    };
  },
);
