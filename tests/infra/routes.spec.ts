import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { endpoints } from '../../functions/openapi/endpoints.ts';
import { resourcesOf } from './assembly.ts';

const Route = z.object({ RouteKey: z.string(), AuthorizationType: z.string().optional() });

describe('the routes that are deployed', () => {
  let deployed: readonly z.infer<typeof Route>[] = [];
  beforeAll(() => {
    deployed = resourcesOf('local')
      .filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Route')
      .map(({ Properties }) => Route.parse(Properties))
      .filter(({ RouteKey }) => RouteKey !== '$default' && !RouteKey.startsWith('ANY '));
  }, 240_000);

  it('are those that are declared', () => {
    expect(deployed.map(({ RouteKey }) => RouteKey).sort()).toEqual(endpoints.map(({ route }) => route).sort());
  });

  it('ask the authorizer exactly where it matters who calls', () => {
    for (const { RouteKey, AuthorizationType } of deployed) {
      const endpoint = endpoints.find(({ route }) => route === RouteKey);
      expect({ RouteKey, isOpen: (AuthorizationType ?? 'NONE') === 'NONE' }).toEqual({
        RouteKey,
        isOpen: endpoint?.asksWho === false,
      });
    }
  });
});
