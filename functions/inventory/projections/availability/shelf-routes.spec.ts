import { describe, expect, it } from 'vitest';
import { CopyId, HoldId, LoanId, MemberId, VolumeId } from '../../../../events/ids.ts';
import { streamName } from '../../../../events/stream-name.ts';
import { inMemoryEventStore } from '../../../platform/event-store/in-memory.ts';
import { tokenOf } from '../../../platform/http/consistency-token.ts';
import type { RouteKey } from '../../../platform/http/endpoint.ts';
import type { HttpRequest } from '../../../platform/http/http-request.ts';
import { request } from '../../../platform/http/phrases.ts';
import { recorded } from '../../../platform/listener/phrases.ts';
import { rowPerStream, severalRows } from '../../../platform/projection.ts';
import { inMemoryViewStore } from '../../../platform/view-store/in-memory.ts';
import { copyHistory } from '../copy-history/project.ts';
import { availability } from './project.ts';
import { shelfRoutes } from './shelf-routes.ts';
import { availabilityIn, copiesIn, ShelfRow, shelfKey } from './view.ts';

const volumeId = VolumeId.parse('v1');
const stream = streamName('shelf', volumeId);
const copyId = (number: number) => CopyId.parse(`v1-${number}`);
const loan = { volumeId, copyId: copyId(1), loanId: LoanId.parse('l1') };
const opened = { type: 'inventory.shelf-opened', data: { volumeId, copyIds: [copyId(1), copyId(2)] } };
const more = {
  type: 'inventory.copies-added',
  data: { volumeId, copyIds: [copyId(3), copyId(4), copyId(5)], reason: 'bought' },
};
const gone = { type: 'inventory.copy-withdrawn', data: { volumeId, copyId: copyId(2), reason: 'worn out' } };
const lent = { type: 'lending.copy-lent', data: { ...loan, memberId: MemberId.parse('aki') } };
const back = { type: 'lending.copy-brought-back', data: loan };

const metadata = {
  correlationId: 'c',
  causationId: 'c',
  actor: { kind: 'anyone' as const, id: 'anyone' },
  occurredAt: '2026-05-01T00:00:00.000Z',
};
const holds = { volumeId, memberId: MemberId.parse('mei'), holdId: HoldId.parse('h1'), title: 't' };
const placed = { type: 'lending.hold-placed', data: { ...holds, place: 1, placedAt: '2026-05-01T00:00:00.000Z' } };
const ready = { offeredAt: '2026-05-01T00:00:00.000Z', readyUntil: '2026-05-04T00:00:00.000Z' };
const offered = { type: 'lending.hold-offered', data: { ...holds, copyId: copyId(1), ...ready } };
const putBack = { type: 'lending.hold-put-back', data: { ...holds, place: 1, copyId: copyId(1) } };
const cancelled = (id: CopyId | null) => ({
  type: 'lending.hold-cancelled',
  data: { ...holds, copyId: id, because: 'given-up', cancelledAt: '2026-05-02T00:00:00.000Z' },
});
const lost = { type: 'inventory.copy-lost', data: { volumeId, copyId: copyId(1), loanId: 'l1', reason: 'on a train' } };
const found = { type: 'inventory.copy-found', data: { volumeId, copyId: copyId(1), reason: 'came by post' } };
const one = { type: 'inventory.shelf-opened', data: { volumeId, copyIds: [copyId(1)] } };

/** A shelf on which all that happened, as its readers find it. */
const shelfAfter = async (...told: readonly { type: string; data: unknown }[]) => {
  const store = inMemoryEventStore();
  const view = inMemoryViewStore();
  const apply = rowPerStream(availability, view, store);
  for (const [index, { type, data }] of told.entries()) await apply(recorded(type, stream, index + 1, data));
  const history = inMemoryViewStore();
  const note = severalRows(copyHistory, history, store);
  const { head } = await store.read(stream);
  if (told.length > 0) await store.commit({ id: 'shelf', appends: [{ head, events: told }], metadata });
  for (const [index, { type, data }] of told.entries()) await note(recorded(type, stream, index + 1, data));
  const routes = shelfRoutes({ view, history, store });
  const get = (route: RouteKey, asked: HttpRequest) => routes[route]?.(asked) ?? expect.fail(`there is no ${route}`);
  return {
    view,
    store,
    count: async (headers = {}) => {
      const asked = request('/api/volumes/v1/availability', { params: { volumeId }, headers });
      return JSON.parse((await get('GET /api/volumes/{volumeId}/availability', asked)).body ?? '');
    },
    copies: (
      query: Record<string, string>,
      caller = { memberId: MemberId.parse('m'), roles: ['librarian' as const] },
    ) =>
      get('GET /api/volumes/{volumeId}/copies', {
        ...request('/api/volumes/v1/copies', { params: { volumeId }, query }),
        caller,
      }),
  };
};

describe('the availability of a volume', () => {
  it.each([
    ['nothing was lent', [opened], { copies: 2, available: 2, onLoan: 0 }],
    ['one is on loan', [opened, lent], { copies: 2, available: 1, onLoan: 1 }],
    ['it came back', [opened, lent, back], { copies: 2, available: 2, onLoan: 0 }],
    ['copies were added', [opened, lent, more], { copies: 5, available: 4, onLoan: 1 }],
    ['a copy was withdrawn', [opened, more, gone], { copies: 4, available: 4, onLoan: 0 }],
    ['copies came before the shelf', [more, opened], { copies: 5, available: 5, onLoan: 0 }],
  ])('counts the copies when %s', async (_, history, expected) => {
    const { count } = await shelfAfter(...history);
    expect(await count()).toEqual({ volumeId, ...expected, onHold: 0, waiting: 0 });
  });

  it.each([
    ['somebody waits', [one, lent, placed], { available: 0, onLoan: 1, onHold: 0, waiting: 1 }],
    [
      'the copy is back and its offer is not told yet',
      [one, lent, placed, back],
      { available: 0, onHold: 1, waiting: 0 },
    ],
    ['it was offered', [one, lent, placed, back, offered], { available: 0, onLoan: 0, onHold: 1, waiting: 0 }],
    ['it was taken', [one, lent, placed, back, offered, lent], { available: 0, onLoan: 1, onHold: 0, waiting: 0 }],
    ['who waited gave up', [one, lent, placed, cancelled(null), back], { available: 1, onHold: 0, waiting: 0 }],
    ['who was served gave up', [one, lent, placed, back, offered, cancelled(copyId(1))], { available: 1, onHold: 0 }],
    ['it was lost', [one, lent, placed, lost], { copies: 0, available: 0, onLoan: 0, waiting: 1 }],
    ['it was found', [one, lent, lost, found], { copies: 1, available: 1, onLoan: 0 }],
    [
      'it was lost while put aside',
      [one, lent, placed, back, offered, lost, putBack],
      { copies: 0, onHold: 0, waiting: 1 },
    ],
  ])('shows who waits when %s', async (_, history, expected) => {
    const { count } = await shelfAfter(...history);
    expect(await count()).toMatchObject(expected);
  });

  it('is read from a row that was written before there were holds', () => {
    const {
      offers: _,
      waiting: __,
      lost: ___,
      ...older
    } = ShelfRow.parse({
      volumeId,
      isOpen: true,
      arrivals: [],
      loans: {},
      withdrawn: [],
    });
    expect(availabilityIn(ShelfRow.parse(older))).toMatchObject({ available: 0, onHold: 0, waiting: 0 });
  });

  it('is not found for a volume that nobody knows', async () => {
    const { count } = await shelfAfter();
    await expect(count()).rejects.toMatchObject({ problem: { status: 404 } });
  });

  it('is nothing for a volume whose shelf was not opened yet', async () => {
    const { count, store } = await shelfAfter();
    const { head } = await store.read(streamName('volume', volumeId));
    const created = { volumeId, seriesId: 's1', title: 't', number: 1, publishedOn: '2025-04-01', initialCopies: 2 };
    await store.commit({
      id: 'c',
      appends: [{ head, events: [{ type: 'catalogue.volume-created', data: created }] }],
      metadata,
    });
    expect(await count()).toMatchObject({ copies: 0, available: 0 });
  });

  it('answers whoever created the volume only when the shelf is open', async () => {
    const token = { 'x-consistency-token': tokenOf({ [streamName('volume', volumeId)]: 1 }) };
    expect(await (await shelfAfter(opened)).count(token)).toMatchObject({ copies: 2 });
    await expect((await shelfAfter(more)).count(token)).rejects.toMatchObject({
      problem: { code: 'not-yet-consistent' },
    });
  });
});

describe('the copies of a volume', () => {
  const history = [opened, more, gone, lent];

  it('are shown with their state in the order of their coming', async () => {
    const { view } = await shelfAfter(...history);
    const copies = copiesIn(ShelfRow.parse((await view.get(shelfKey(volumeId))).row));
    const addedAt = '2026-05-01T00:00:00.000Z';
    expect(copies.slice(0, 3)).toEqual([
      { copyId: copyId(1), state: 'on-loan', loanId: 'l1', addedAt },
      { copyId: copyId(2), state: 'withdrawn', addedAt },
      { copyId: copyId(3), state: 'available', addedAt },
    ]);
  });

  it('keep why they came and went, each its own, also on a later page', async () => {
    const { copies } = await shelfAfter(one, more, { ...lost, data: { ...lost.data, copyId: copyId(4) } });
    const first = JSON.parse((await copies({ limit: '3' })).body ?? '');
    const second = JSON.parse((await copies({ limit: '3', cursor: first.nextCursor })).body ?? '');
    const at = '2026-05-01T00:00:00.000Z';
    expect([...first.items, ...second.items]).toMatchObject([
      { copyId: copyId(1), state: 'available', history: [{ at, what: 'added' }] },
      { copyId: copyId(3), reason: 'bought' },
      { copyId: copyId(4), state: 'lost', reason: 'on a train', history: [{ reason: 'bought' }, { what: 'lost' }] },
      { copyId: copyId(5), state: 'available', reason: 'bought', history: [{ at, what: 'added', reason: 'bought' }] },
    ]);
  });

  it('come page by page, none twice and none left out', async () => {
    const { copies } = await shelfAfter(...history);
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const answer = await copies({ limit: '2', ...(cursor && { cursor }) });
      const page = JSON.parse(answer.body ?? '');
      seen.push(...page.items.map((item: { copyId: string }) => item.copyId));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual([1, 2, 3, 4, 5].map(copyId));
  });

  it('are for librarians', async () => {
    const { copies } = await shelfAfter(...history);
    const answer = async () => copies({}, { memberId: MemberId.parse('m'), roles: [] });
    await expect(answer()).rejects.toMatchObject({ problem: { status: 403 } });
  });
});
