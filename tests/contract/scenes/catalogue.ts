import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../support/library.ts';
import type { Sent, Stage } from '../stage.ts';

const NOBODY = '0198c0de-0000-7000-8000-000000000000';
const SERIES = '/api/series/{seriesId}';
const VOLUME = '/api/volumes/{volumeId}';
const described = { author: '青木 春', genre: 'fantasy', publisher: '文庫社', firstPublishedOn: '2025-04-01' };
const seenIn = (reply: Reply) => ({ 'x-consistency-token': reply.headers.get('x-consistency-token') ?? '' });

export const catalogueScenes = (stage: Stage) =>
  describe('the catalogue over HTTP', () => {
    /** With what was seen of a write, which a busy machine may need longer for than a reader would wait. */
    const asAnyone = async (route: string, sent: Omit<Sent, 'as'>, status = 200, code?: string) => {
      if (sent.headers && 'x-consistency-token' in sent.headers) await stage.library.settled();
      return stage.call(route, { as: 'anyone', ...sent }, status, code);
    };
    const desk = async () => {
      const { token } = await stage.library.signIn('librarian');
      const call = (route: string, sent: Omit<Sent, 'as' | 'token'>, status: number, code?: string) =>
        stage.call(route, { as: 'librarian', token, ...sent }, status, code);
      const newSeries = async (more: object = {}): Promise<string> => {
        const body = { title: `月 ${uuid()}`, ...described, ...more };
        return (await call('POST /api/series', { body }, 201)).body.seriesId;
      };
      const volumeOf = (seriesId: string, number: number, more: object = {}) => ({
        body: { seriesId, title: `月 ${number}`, number, publishedOn: '2025-04-01', initialCopies: 1, ...more },
      });
      const newVolume = async (seriesId: string, number: number, more: object = {}): Promise<string> =>
        (await call('POST /api/volumes', volumeOf(seriesId, number, more), 201)).body.volumeId;
      return { call, newSeries, newVolume, volumeOf };
    };
    /** What anyone finds once everything was told. */
    const numbersOf = async (seriesId: string): Promise<number[]> => {
      const { body } = await asAnyone(`GET ${SERIES}/volumes`, { params: { seriesId } });
      return body.items.map(({ number }: { number: number }) => number);
    };

    it('given a title that is free, when a series is added, then it is there as it was sent, at its location', async () => {
      const { call } = await desk();
      const body = { title: `月 ${uuid()}`, titleEn: 'Moon', illustrator: '森 冬', coverUrl: '/c.svg', ...described };
      const added = await call('POST /api/series', { body: { ...body, lastPublishedOn: '2026-01-01' } }, 201);
      const { seriesId } = added.body;
      expect(added.headers.get('location')).toBe(`/api/series/${seriesId}`);
      const read = await asAnyone(`GET ${SERIES}`, { params: { seriesId }, headers: seenIn(added) });
      expect(read.body).toEqual({ seriesId, ...body, lastPublishedOn: '2026-01-01', volumeCount: 0 });
      await call('POST /api/series', { body: { ...body, title: ` ${body.title.toUpperCase()} ` } }, 409, 'title-taken');
    });

    it('given a series that ended before it began, when it is added or so corrected, then the field is named', async () => {
      const { call, newSeries } = await desk();
      const wrong = { title: uuid(), ...described, lastPublishedOn: '2025-03-31' };
      const refusals = [
        await call('POST /api/series', { body: wrong }, 400, 'invalid-request'),
        await call(
          `PATCH ${SERIES}`,
          { params: { seriesId: await newSeries() }, body: { lastPublishedOn: '2025-03-31' } },
          400,
          'invalid-request',
        ),
      ];
      for (const { body } of refusals) expect(body.errors).toMatchObject([{ path: 'lastPublishedOn' }]);
    });

    it('given a series, when volumes are added, then they are counted, in order, and followed by the next', async () => {
      const { call, newSeries, newVolume, volumeOf } = await desk();
      const seriesId = await newSeries();
      const volumeIds: string[] = [];
      for (const number of [2, 10, 1]) volumeIds.push(await newVolume(seriesId, number, { summary: `第${number}巻` }));
      await call('POST /api/volumes', volumeOf(seriesId, 2), 409, 'number-taken');
      await call('POST /api/volumes', volumeOf(NOBODY, 2), 404, 'not-found');
      await stage.library.settled();
      expect(await numbersOf(seriesId)).toEqual([1, 2, 10]);
      expect((await asAnyone(`GET ${SERIES}`, { params: { seriesId } })).body.volumeCount).toBe(3);
      const params = { volumeId: volumeIds[0] ?? '' };
      expect((await asAnyone(`GET ${VOLUME}`, { params })).body).toMatchObject({
        seriesId,
        number: 2,
        summary: '第2巻',
      });
      const next = await asAnyone(`GET ${VOLUME}/next`, { params, query: { limit: '1' } });
      expect(next.body).toMatchObject({ items: [{ number: 10 }], nextCursor: null });
    });

    it('given what nobody knows, when it is read, corrected or withdrawn, then it is not found', async () => {
      const { call } = await desk();
      const [series, volume] = [{ params: { seriesId: NOBODY } }, { params: { volumeId: NOBODY } }];
      for (const route of [`GET ${SERIES}`, `GET ${SERIES}/volumes`]) await asAnyone(route, series, 404, 'not-found');
      for (const route of [`GET ${VOLUME}`, `GET ${VOLUME}/next`]) await asAnyone(route, volume, 404, 'not-found');
      await call(`PATCH ${SERIES}`, { ...series, body: { title: 'x' } }, 404, 'not-found');
      await call(`PATCH ${VOLUME}`, { ...volume, body: { title: 'x' } }, 404, 'not-found');
      await call(`DELETE ${SERIES}`, series, 404, 'not-found');
      await call(`DELETE ${VOLUME}`, volume, 404, 'not-found');
    });

    it('given a series, when it is corrected, then only what was sent changed, null cleared it, and its old title is free', async () => {
      const { call, newSeries, newVolume } = await desk();
      const [title, other] = [`月 ${uuid()}`, `月 ${uuid()}`];
      const seriesId = await newSeries({ title, titleEn: 'Moon', illustrator: '森 冬' });
      await newSeries({ title: other });
      await newVolume(seriesId, 1);
      const at = { params: { seriesId } };
      const body = { title: `${title} 改`, illustrator: null, genre: 'sf' };
      const changed = await call(`PATCH ${SERIES}`, { ...at, body }, 200);
      const expected = { ...described, seriesId, title: body.title, titleEn: 'Moon', genre: 'sf', volumeCount: 1 };
      expect(changed.body).toEqual(expected);
      await stage.library.settled();
      expect((await asAnyone(`GET ${SERIES}`, { ...at, headers: seenIn(changed) })).body).toEqual(expected);
      await call(`PATCH ${SERIES}`, { ...at, body: { title: other } }, 409, 'title-taken');
      await newSeries({ title });
      expect((await call(`PATCH ${SERIES}`, { ...at, body: {} }, 200)).body).toEqual(expected);
    });

    it('given a volume, when it is corrected, then only what was sent changed, and its old number is free', async () => {
      const { call, newSeries, newVolume } = await desk();
      const seriesId = await newSeries();
      const [one] = [await newVolume(seriesId, 1, { subtitle: 's', totalPages: 9 }), await newVolume(seriesId, 2)];
      const at = { params: { volumeId: one } };
      const changed = await call(`PATCH ${VOLUME}`, { ...at, body: { number: 3, subtitle: null } }, 200);
      const expected = { volumeId: one, seriesId, title: '月 1', number: 3, totalPages: 9, publishedOn: '2025-04-01' };
      expect(changed.body).toEqual(expected);
      expect((await asAnyone(`GET ${VOLUME}`, { ...at, headers: seenIn(changed) })).body).toEqual(expected);
      await call(`PATCH ${VOLUME}`, { ...at, body: { number: 2 } }, 409, 'number-taken');
      await newVolume(seriesId, 1);
      expect((await call(`PATCH ${VOLUME}`, { ...at, body: {} }, 200)).body).toEqual(expected);
      await call(`PATCH ${VOLUME}`, { ...at, body: { seriesId: NOBODY } }, 400, 'invalid-request');
    });

    it('given a volume of which a copy is lent, when it or its series is withdrawn, then both stay; once back, they go', async () => {
      const { call, newSeries, newVolume } = await desk();
      const title = `月 ${uuid()}`;
      const seriesId = await newSeries({ title });
      const [one, two] = [await newVolume(seriesId, 1), await newVolume(seriesId, 2)];
      const [volume, series] = [{ params: { volumeId: one } }, { params: { seriesId } }];
      await stage.library.settled();
      const aki = await stage.library.register();
      const loan = await stage.library.borrow(aki, one);
      expect(loan.status).toBe(201);
      await call(`DELETE ${VOLUME}`, volume, 409, 'copies-on-loan');
      await call(`DELETE ${SERIES}`, series, 409, 'copies-on-loan');
      const returned = await stage.library.call(`POST /api/loans/${loan.body.loanId}/return`, { token: aki.token });
      expect(returned.status).toBe(200);

      const gone = await call(`DELETE ${VOLUME}`, volume, 204);
      await asAnyone(`GET ${VOLUME}`, { ...volume, headers: seenIn(gone) }, 404, 'not-found');
      await asAnyone(`GET ${VOLUME}/next`, volume, 404, 'not-found');
      await call(`DELETE ${VOLUME}`, volume, 404, 'not-found');
      await call(`PATCH ${VOLUME}`, { ...volume, body: {} }, 404, 'not-found');
      expect(await stage.library.borrow(aki, one)).toMatchObject({ status: 404, body: { code: 'volume-not-found' } });
      await stage.library.settled();
      expect(await numbersOf(seriesId)).toEqual([2]);
      expect((await asAnyone(`GET ${SERIES}`, series)).body.volumeCount).toBe(1);
      await newVolume(seriesId, 1);

      await call(`DELETE ${SERIES}`, series, 204);
      await stage.library.settled();
      for (const route of [`GET ${SERIES}`, `GET ${SERIES}/volumes`]) await asAnyone(route, series, 404, 'not-found');
      await asAnyone(`GET ${VOLUME}`, { params: { volumeId: two } }, 404, 'not-found');
      expect((await asAnyone('GET /api/volumes', { query: { seriesId } })).body.items).toEqual([]);
      expect((await asAnyone('GET /api/series', { query: { title } })).body.items).toEqual([]);
      expect(await stage.library.borrow(aki, two)).toMatchObject({ status: 404, body: { code: 'volume-not-found' } });
      await newSeries({ title });
    });

    it('given lists, when they are filtered, sorted and paged, then each page goes on where the last one ended', async () => {
      const { newSeries, newVolume } = await desk();
      const word = uuid();
      const seriesIds: string[] = [];
      for (const [title, author] of [
        ['c', 'z'],
        ['a', 'y'],
        ['b', 'x'],
      ] as const)
        seriesIds.push(await newSeries({ title: `${word} ${title}`, author }));
      await newVolume(seriesIds[0] ?? '', 1, { title: `${word}`, publishedOn: '2025-04-02' });
      await stage.library.settled();
      const titles = async (query: Record<string, string>): Promise<string> => {
        const found: string[] = [];
        let cursor: string | null = null;
        do {
          const sent: Record<string, string> = { title: word.toUpperCase(), limit: '2', ...query };
          const page: Reply = await asAnyone('GET /api/series', { query: { ...sent, ...(cursor && { cursor }) } });
          found.push(...page.body.items.map(({ title }: { title: string }) => title.at(-1)));
          cursor = page.body.nextCursor;
        } while (cursor !== null);
        return found.join('');
      };
      expect([await titles({}), await titles({ order: 'desc' }), await titles({ sort: 'author' })]).toEqual([
        'abc',
        'cba',
        'bac',
      ]);
      expect(await titles({ author: 'X', genre: 'FANTASY', publisher: '文庫' })).toBe('b');
      await asAnyone('GET /api/series', { query: { sort: 'publisher' } }, 400, 'invalid-request');
      await asAnyone('GET /api/volumes', { query: { new: 'month' } }, 400, 'invalid-request');
      const { body } = await asAnyone('GET /api/volumes', { query: { title: word, number: '1' } });
      expect(body.items).toMatchObject([{ publishedOn: '2025-04-02' }]);
      expect((await asAnyone('GET /api/volumes', { query: { title: word, new: 'week' } })).body.items).toEqual([]);
    });

    it('given what a reader has, when it is read again, then there is no body; once corrected, there is another', async () => {
      const { call, newSeries, newVolume } = await desk();
      const seriesId = await newSeries();
      const volumeId = await newVolume(seriesId, 1);
      await stage.library.settled();
      const params = { seriesId, volumeId };
      const routes = ['/api/series', SERIES, `${SERIES}/volumes`, '/api/volumes', VOLUME, `${VOLUME}/next`];
      for (const route of routes.map((path) => `GET ${path}`)) {
        const etag = (await asAnyone(route, { params })).headers.get('etag') ?? '';
        const again = await asAnyone(route, { params, headers: { 'if-none-match': etag } }, 304);
        expect(again.body).toBeUndefined();
        expect(again.headers.get('etag')).toBe(etag);
      }
      const at = { params: { seriesId } };
      const etag = (await asAnyone(`GET ${SERIES}`, at)).headers.get('etag') ?? '';
      const changed = await call(`PATCH ${SERIES}`, { ...at, body: { genre: 'sf' } }, 200);
      const headers = { 'if-none-match': etag, ...seenIn(changed) };
      expect((await asAnyone(`GET ${SERIES}`, { ...at, headers })).body.genre).toBe('sf');
    });
  });
