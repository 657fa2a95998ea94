import { describe, expect, it } from 'vitest';
import { MemberId } from '../../../../events/ids.ts';
import { streamName } from '../../../../events/stream-name.ts';
import { inMemoryEventStore } from '../../../platform/event-store/in-memory.ts';
import { tokenOf } from '../../../platform/http/consistency-token.ts';
import type { RouteKey } from '../../../platform/http/endpoint.ts';
import { request } from '../../../platform/http/phrases.ts';
import { recorded } from '../../../platform/listener/phrases.ts';
import { severalRows } from '../../../platform/projection.ts';
import { inMemoryViewStore } from '../../../platform/view-store/in-memory.ts';
import { answerOf, type LendingDesk, lendingDesk } from '../../phrases.ts';
import { volumesWithEndedOffers } from '../../sweeps.ts';
import { holdRoutes } from './hold-routes.ts';
import { holds } from './project.ts';

const readers = (desk: LendingDesk) => {
  const view = inMemoryViewStore();
  const apply = severalRows(holds, view, desk.store);
  const route: RouteKey = 'GET /api/me/holds';
  return {
    view,
    /** Tells the view what happened to a volume; in another order, or more than once, if asked to. */
    async hears(volumeId: string, order = (count: number) => Array.from({ length: count }, (_, index) => index)) {
      const events = await desk.eventsOf('shelf', volumeId);
      for (const index of order(events.length)) {
        const event = events[index];
        if (event) await apply(event);
      }
    },
    async shows(memberId: string, { query = {}, headers = {} } = {}) {
      const asked = request('/api/me/holds', { query, headers, now: desk.now.toISOString() });
      const caller = { memberId: MemberId.parse(memberId), roles: [] };
      const answer = await holdRoutes({ view, store: desk.store })[route]?.({ ...asked, caller });
      return JSON.parse(answer?.body ?? '');
    },
  };
};

/** Aki has the only copy; Mei and Ren wait. */
const scene = async () => {
  const desk = lendingDesk();
  const v1 = await desk.newVolume('v1', 1);
  const [aki, mei, ren] = [await desk.newMember('aki'), await desk.newMember('mei'), await desk.newMember('ren')];
  const { loanId } = await answerOf(desk.borrow(aki, v1));
  const { holdId } = await answerOf(desk.placeHold(mei, v1));
  await answerOf(desk.placeHold(ren, v1));
  return { desk, v1, aki, mei, ren, loanId, holdId, ...readers(desk) };
};

describe('the holds of a member', () => {
  it('are shown with their place in the queue, which moves when somebody before is served', async () => {
    const { desk, v1, aki, ren, mei, loanId, hears, shows } = await scene();
    await hears(v1);
    expect((await shows(ren)).items).toMatchObject([{ status: 'waiting', position: 2, title: 'Title of v1' }]);
    await answerOf(desk.giveBack(aki, loanId));
    await hears(v1);
    expect((await shows(ren)).items).toMatchObject([{ status: 'waiting', position: 1 }]);
    const [ready] = (await shows(mei)).items;
    expect(ready).toMatchObject({ status: 'ready', readyUntil: '2026-05-04T03:00:00.000Z' });
    expect(ready).not.toHaveProperty('memberId');
  });

  it('are the same in whatever order they are told, and however often', async () => {
    const { desk, v1, aki, loanId, mei, ren, hears, view } = await scene();
    await answerOf(desk.giveBack(aki, loanId));
    await answerOf(desk.borrow(mei, v1));
    await hears(v1);
    const other = readers(desk);
    await other.hears(v1, (count) => [count - 1, 2, 2, ...Array.from({ length: count }, (_, index) => index)]);
    for (const memberId of [mei, ren])
      expect((await other.view.query({ partition: ['pk', memberId], limit: 9 })).rows).toEqual(
        (await view.query({ partition: ['pk', memberId], limit: 9 })).rows,
      );
  });

  it('are over for their reader as soon as the offer has run out, and gone after thirty days', async () => {
    const { desk, v1, aki, mei, loanId, hears, shows } = await scene();
    await answerOf(desk.giveBack(aki, loanId));
    await hears(v1);
    desk.hoursPass(72);
    expect((await shows(mei)).items).toMatchObject([{ status: 'expired', endedAt: '2026-05-04T03:00:00.000Z' }]);
    desk.hoursPass(30 * 24);
    expect((await shows(mei)).items).toHaveLength(1);
    desk.hoursPass(1);
    expect((await shows(mei)).items).toEqual([]);
  });

  it('come newest first, page by page', async () => {
    const desk = lendingDesk();
    const mei = await desk.newMember('mei');
    const { hears, shows } = readers(desk);
    for (const id of ['a', 'b', 'c']) {
      await answerOf(desk.placeHold(mei, await desk.newVolume(id, 0)));
      await hears(id);
    }
    const first = await shows(mei, { query: { limit: '2' } });
    const second = await shows(mei, { query: { limit: '2', cursor: first.nextCursor } });
    const volumes = [...first.items, ...second.items].map(({ volumeId }) => volumeId);
    expect([volumes, second.nextCursor]).toEqual([['c', 'b', 'a'], null]);
  });

  it('are waited for by who has placed one, and by nobody for what does not concern holds', async () => {
    const { desk, v1, aki, mei, loanId, hears, shows } = await scene();
    const stream = streamName('shelf', v1);
    const seen = (version: number) => ({ headers: { 'x-consistency-token': tokenOf({ [stream]: version }) } });
    await expect(shows(mei, seen(3))).rejects.toMatchObject({ problem: { code: 'not-yet-consistent' } });
    await hears(v1);
    expect((await shows(mei, seen(4))).items).toHaveLength(1);
    await desk.cancelHolds(
      desk.because('cancel-holds', 'catalogue.volume-withdrawn', { volumeId: v1, seriesId: 's1' }),
    );
    await hears(v1);
    await answerOf(desk.giveBack(aki, loanId));
    const { head } = await desk.store.read(stream);
    expect((await shows(mei, seen(head.version))).items).toHaveLength(1);
  });
});

describe('the sweep of offers', () => {
  it('finds a volume as long as an offer of it has run out and nobody has ended it', async () => {
    const { desk, v1, aki, mei, loanId, hears, view } = await scene();
    const found = async () => Array.fromAsync(volumesWithEndedOffers(view, desk.now));
    await answerOf(desk.giveBack(aki, loanId));
    await hears(v1);
    expect(await found()).toEqual([]);
    desk.hoursPass(72);
    expect(await found()).toEqual([v1]);
    await desk.dayBegins(...(await found()));
    await hears(v1);
    expect(await found()).toEqual([]);
    expect((await desk.shelf(v1)).offers[0]?.memberId).not.toBe(mei);
  });
});

describe('what the listener hears of other things', () => {
  it('changes nothing', async () => {
    const view = inMemoryViewStore();
    const apply = severalRows(holds, view, inMemoryEventStore());
    await apply(recorded('lending.copy-lent', 'main#shelf#v1', 1, { volumeId: 'v1' }));
    expect(await view.position('main#shelf#v1')).toBe(0);
  });
});
