import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { endpoints } from '../../functions/openapi/endpoints.ts';
import type { Who } from '../../functions/platform/http/caller.ts';
import type { Endpoint } from '../../functions/platform/http/endpoint.ts';
import { isCommand } from '../../functions/platform/http/general-refusals.ts';
import type { CallerName, Sent, Stage } from './stage.ts';

const nobodyKnows = { nonsense: 1 };
const takes = (shape: z.ZodType, name: string) => shape instanceof z.ZodObject && name in shape.shape;
const everybody = ['anyone', 'member', 'librarian', 'admin'] as const;
/** An admin may do whatever a librarian may; both are members too. */
const allowedFor = (who: Who): readonly (typeof everybody)[number][] => everybody.slice(everybody.indexOf(who));

/** What holds of every route alike: who may call it, and bad input, before anything is looked up. */
export const generalScenes = (stage: Stage) =>
  describe('every route', () => {
    const tokens: Partial<Record<CallerName, string>> = {};
    beforeAll(async () => {
      tokens.member = (await stage.library.register()).token;
      tokens.librarian = (await stage.library.signIn('librarian')).token;
      tokens.admin = (await stage.library.signIn('admin')).token;
    });
    const by = (as: CallerName): Pick<Sent, 'as' | 'token'> => ({ as, token: tokens[as] });
    const allowed = ({ who }: Endpoint) => by(who);

    const closed = endpoints.filter(({ who }) => who !== 'anyone');
    it.each(closed)('$route is 401 without a token, and with a broken one', async ({ route }) => {
      await stage.call(route, { as: 'anyone' }, 401, 'unauthenticated');
      await stage.call(route, { as: 'anyone', token: `${tokens.member}x` }, 401, 'unauthenticated');
    });

    const staff = endpoints.filter(({ who }) => who === 'librarian' || who === 'admin');
    it.each(staff)('$route is 403 for whoever has not the role, before its body is looked at', async (endpoint) => {
      const { route, who } = endpoint;
      const body = isCommand(endpoint) ? nobodyKnows : undefined;
      await stage.call(route, { ...by('member'), body }, 403, 'forbidden');
      if (who === 'admin') await stage.call(route, { ...by('librarian'), body }, 403, 'forbidden');
    });

    it.each(endpoints.filter(isCommand))('$route refuses a field it does not know, by its name', async ({
      route,
      who,
    }) => {
      for (const caller of allowedFor(who)) {
        const reply = await stage.call(route, { ...by(caller), body: nobodyKnows }, 400, 'invalid-request');
        expect(reply.body.errors.map(({ path }: { path: string }) => path)).toContain('nonsense');
      }
    });

    const lists = endpoints.filter(({ query }) => takes(query, 'cursor'));
    it.each(
      lists,
    )('$route refuses a page of no size or too large, and a cursor that it never gave', async (endpoint) => {
      const refuses = async (query: Record<string, string>, path: string) => {
        const sent = { ...allowed(endpoint), query: { q: 'x', ...query } };
        const { body } = await stage.call(endpoint.route, sent, 400, 'invalid-request');
        expect(body.errors).toMatchObject([{ path }]);
      };
      await refuses({ limit: '0' }, 'limit');
      await refuses({ limit: '1000' }, 'limit');
      await refuses({ cursor: 'x' }, 'cursor');
    });

    const reads = endpoints.filter((endpoint) => !isCommand(endpoint));
    it.each(reads)('$route refuses a consistency token that is none', async ({ route, who }) => {
      const headers = { 'x-consistency-token': 'x' };
      for (const caller of allowedFor(who)) await stage.call(route, { ...by(caller), headers }, 400, 'invalid-request');
    });
  });
