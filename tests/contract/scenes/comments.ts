import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from '../../support/library.ts';
import type { Sent, Stage } from '../stage.ts';

const LIST = 'GET /api/volumes/{volumeId}/comments';
const POST = 'POST /api/volumes/{volumeId}/comments';
const PATCH = 'PATCH /api/comments/{commentId}';
const DELETE = 'DELETE /api/comments/{commentId}';
const OWN = 'GET /api/me/comments';

export const commentScenes = (stage: Stage) =>
  describe('comments over HTTP', () => {
    let librarian: Member;
    let aki: Member;
    let ben: Member;
    beforeAll(async () => {
      librarian = await stage.library.signIn('librarian');
      [aki, ben] = [await stage.library.register('Aki'), await stage.library.register('Ben')];
    });
    const newVolume = async () => ({ volumeId: (await stage.library.newVolume(librarian, 1)).volumeId });
    const say = (member: Member, params: { volumeId: string }, body: object) =>
      stage.call(POST, { as: 'member', token: member.token, params, body }, 201);
    const seenAfter = ({ headers }: { headers: Headers }): Pick<Sent, 'headers'> => ({
      headers: { 'x-consistency-token': headers.get('x-consistency-token') ?? '' },
    });
    const list = async (params: { volumeId: string }, more: Partial<Sent> = {}) =>
      (await stage.call(LIST, { as: 'anyone', params, ...more }, 200)).body;

    it('are there for everybody at once, newest first, by name, with the average of the latest ratings', async () => {
      const volume = await newVolume();
      const text = ' 最高 <b>!</b> & "co"\n\ttwice ';
      const first = await say(aki, volume, { text, rating: 2 });
      expect(first.headers.get('location')).toBe(`/api/comments/${first.body.commentId}`);
      expect(first.body).toMatchObject({
        text,
        rating: 2,
        author: { id: aki.id, name: 'Aki', avatarUrl: `/api/avatars/${aki.id}.svg` },
      });
      await stage.library.settled();
      await say(ben, volume, { text: 'so so', rating: 4 });
      await stage.library.settled();
      const last = await say(aki, volume, { text: 'better now', rating: 5 });
      const { items, averageRating, count } = await list(volume, seenAfter(last));
      expect(items.map((item: { text: string }) => item.text)).toEqual(['better now', 'so so', text]);
      expect([averageRating, count]).toEqual([4.5, 3]);
    });

    it('come five at a time, and a cursor goes on where the page ended, on its own list only', async () => {
      const [volume, other] = [await newVolume(), await newVolume()];
      for (let number = 1; number <= 7; number++) await say(aki, volume, { text: `${number}` });
      await stage.library.settled();
      const first = await list(volume);
      const rest = await list(volume, { query: { cursor: first.nextCursor } });
      const texts = [...first.items, ...rest.items].map(({ text }: { text: string }) => text);
      expect([first.items.length, rest.nextCursor, texts]).toEqual([5, null, ['7', '6', '5', '4', '3', '2', '1']]);
      const query = { cursor: first.nextCursor };
      await stage.call(LIST, { as: 'anyone', params: other, query }, 400, 'invalid-request');
      await stage.call(LIST, { as: 'anyone', params: volume, query: { limit: '51' } }, 400, 'invalid-request');
    });

    it.each([
      [{ text: ' \n' }, ['text']],
      [{ text: 'x'.repeat(501) }, ['text']],
      [{ text: 'a\r\nb' }, ['text']],
      [{ text: 'fine', rating: 6 }, ['rating']],
      [{ text: 'fine', rating: 4.5 }, ['rating']],
      [{ rating: 3 }, ['text']],
      [{ text: '', rating: 0 }, ['text', 'rating']],
    ])('are refused as %j, by field', async (body, paths) => {
      const params = await newVolume();
      const { body: problem } = await stage.call(
        POST,
        { as: 'member', token: aki.token, params, body },
        400,
        'invalid-request',
      );
      expect(problem.errors.map(({ path }: { path: string }) => path)).toEqual(paths);
    });

    it('are of volumes of the catalogue alone', async () => {
      const params = { volumeId: '0191d7a0-0000-7000-8000-000000000000' };
      const body = { text: 'nobody there' };
      await stage.call(POST, { as: 'member', token: aki.token, params, body }, 404, 'not-found');
      await stage.call(LIST, { as: 'anyone', params }, 404, 'not-found');
    });

    it('are edited by their author and by nobody else, who may take the rating back', async () => {
      const volume = await newVolume();
      const { body } = await say(aki, volume, { text: 'good', rating: 4 });
      const params = { commentId: body.commentId };
      const edit = (as: Sent['as'], member: Member, change: object, status: number, code?: string) =>
        stage.call(PATCH, { as, token: member.token, params, body: change }, status, code);
      await edit('another member', ben, { text: 'bad' }, 403, 'forbidden');
      await edit('librarian', librarian, { text: 'bad' }, 403, 'forbidden');
      await edit('owner', aki, { rating: 9 }, 400, 'invalid-request');
      expect((await edit('owner', aki, {}, 200)).body).toEqual(body);
      const edited = await edit('owner', aki, { text: 'very good', rating: null }, 200);
      expect(edited.body).toEqual({
        ...body,
        text: 'very good',
        rating: undefined,
        editedAt: expect.any(String),
      });
      expect(await list(volume, seenAfter(edited))).toMatchObject({
        items: [edited.body],
        averageRating: null,
        count: 1,
      });
    });

    it('are deleted by their author or a librarian, once, and are gone from every list', async () => {
      const volume = await newVolume();
      const [mine, bens] = [
        await say(aki, volume, { text: 'mine', rating: 1 }),
        await say(ben, volume, { text: 'ben’s', rating: 3 }),
      ];
      const remove = (as: Sent['as'], member: Member, { body }: typeof mine, status: number, code?: string) =>
        stage.call(DELETE, { as, token: member.token, params: { commentId: body.commentId } }, status, code);
      await remove('another member', ben, mine, 403, 'forbidden');
      const last = await remove('owner', aki, mine, 204);
      expect(await list(volume, seenAfter(last))).toMatchObject({ averageRating: 3, count: 1 });
      await remove('librarian', librarian, bens, 204);
      await remove('owner', aki, mine, 404, 'not-found');
      const params = { commentId: mine.body.commentId };
      await stage.call(PATCH, { as: 'owner', token: aki.token, params, body: { text: 'x' } }, 404, 'not-found');
      await stage.library.settled();
      expect(await list(volume)).toMatchObject({ items: [], averageRating: null, count: 0 });
    });

    it('of one’s own are in one list, over all volumes', async () => {
      const cho = await stage.library.register('Cho');
      const [one, two] = [await newVolume(), await newVolume()];
      await say(cho, one, { text: 'on one' });
      const last = await say(cho, two, { text: 'on two', rating: 3 });
      const sent = { as: 'member', token: cho.token, ...seenAfter(last) } as const;
      const { body } = await stage.call(OWN, { ...sent, query: { limit: '1' } }, 200);
      expect(body.items).toMatchObject([{ text: 'on two', volumeId: two.volumeId, author: { name: 'Cho' } }]);
      const rest = await stage.call(OWN, { ...sent, query: { limit: '1', cursor: body.nextCursor } }, 200);
      expect(rest.body).toMatchObject({ items: [{ text: 'on one' }], nextCursor: null });
    });

    it('show the name of today, and none once their author has left; the words stay', async () => {
      const dan = await stage.library.register('Dan');
      const volume = await newVolume();
      const last = await say(dan, volume, { text: 'I was here', rating: 5 });
      await stage.library.call('PATCH /api/me', { token: dan.token, body: { name: 'Daniel' } });
      expect((await list(volume, seenAfter(last))).items).toMatchObject([{ author: { id: dan.id, name: 'Daniel' } }]);
      await stage.library.call('DELETE /api/me', { token: dan.token });
      expect(await list(volume)).toMatchObject({
        items: [{ text: 'I was here', rating: 5, author: { id: null, name: null, avatarUrl: null } }],
        averageRating: 5,
        count: 1,
      });
    });

    it('are posted once under one idempotency key', async () => {
      const params = await newVolume();
      const headers = { 'idempotency-key': `say ${params.volumeId}` };
      const sent = { as: 'member', token: aki.token, params, body: { text: 'once' }, headers } as const;
      const [first, again] = [await stage.call(POST, sent, 201), await stage.call(POST, sent, 201)];
      expect(again.body).toEqual(first.body);
      expect(again.headers.get('idempotent-replayed')).toBe('true');
      expect((await list(params, seenAfter(again))).count).toBe(1);
    });
  });
