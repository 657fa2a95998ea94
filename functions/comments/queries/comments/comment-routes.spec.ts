import { describe, expect, it } from 'vitest';
import { MemberId } from '../../../../events/ids.ts';
import { inMemoryEventStore } from '../../../platform/event-store/in-memory.ts';
import { request } from '../../../platform/http/phrases.ts';
import { recorded } from '../../../platform/listener/phrases.ts';
import { severalRows } from '../../../platform/projection.ts';
import { inMemoryViewStore } from '../../../platform/view-store/in-memory.ts';
import { moon, posted } from '../../phrases.ts';
import { comments } from '../../projections/comments/project.ts';
import { commentRoutes } from './comment-routes.ts';

const LIST = 'GET /api/volumes/{volumeId}/comments';
const aki = MemberId.parse('aki');

/** Comments on the moon, asked for as a route is. */
const moonWith = async (count: number, names: ReadonlyMap<MemberId, string> = new Map([[aki, 'Aki']])) => {
  const view = inMemoryViewStore();
  const apply = severalRows(comments, view, inMemoryEventStore());
  for (let number = 1; number <= count; number++) {
    const { type, data } = posted({ id: `c${number}`, text: `${number}`, rating: 4 });
    await apply(recorded(type, `main#comment#c${number}`, 1, data));
  }
  const routes = commentRoutes({
    view,
    isListed: async (volumeId) => volumeId === moon,
    authorNames: async () => names,
  });
  return async (query: Record<string, string> = {}, volumeId: string = moon) => {
    const http = request(`/api/volumes/${volumeId}/comments`, { query, params: { volumeId } });
    const answer = await routes[LIST]?.(http);
    return JSON.parse(answer?.body ?? '');
  };
};
const refusal = (status: number, code: string) => ({ problem: { status, code } });
const cursorOf = (text: string, at: object) =>
  Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(text, 'base64url').toString('utf8')), at })).toString(
    'base64url',
  );

describe('the comments of a volume, read', () => {
  it('come page by page until there are no more', async () => {
    const ask = await moonWith(7);
    const first = await ask();
    const second = await ask({ cursor: first.nextCursor });
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([5, 2, null]);
    expect(first).toMatchObject({ averageRating: 4, count: 7 });
  });

  it('are not there for a volume that is not, or not any more', async () =>
    await expect((await moonWith(1))({}, 'sun')).rejects.toMatchObject(refusal(404, 'not-found')));

  it('are those of nobody when their author has left', async () =>
    expect((await (await moonWith(1, new Map()))()).items).toMatchObject([
      { text: '1', author: { id: null, name: null, avatarUrl: null } },
    ]));

  it.each([
    { volumeId: 1, commentId: 'c1' },
    { volumeId: 'moon', commentId: 'a#b' },
    { commentId: 'c1' },
  ])('refuse a cursor that somebody made: %j', async (at) => {
    const ask = await moonWith(7);
    const { nextCursor } = await ask();
    await expect(ask({ cursor: cursorOf(nextCursor, at) })).rejects.toMatchObject(refusal(400, 'invalid-request'));
  });

  it('stay on their volume, whatever volume a cursor names', async () => {
    const ask = await moonWith(7);
    const { nextCursor } = await ask();
    const { items } = await ask({ cursor: cursorOf(nextCursor, { volumeId: 'sun', commentId: 'c3' }) });
    expect(items.map(({ text }: { text: string }) => text)).toEqual(['2', '1']);
  });
});
