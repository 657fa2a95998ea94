import { describe, expect, it } from 'vitest';
import { BusinessDay } from '../../../../events/business-day.ts';
import { MemberId } from '../../../../events/ids.ts';
import { inMemoryEventStore } from '../../../platform/event-store/in-memory.ts';
import type { NewEvent } from '../../../platform/event-store/port.ts';
import { rowPerStream } from '../../../platform/projection.ts';
import { inMemoryViewStore } from '../../../platform/view-store/in-memory.ts';
import { CardRow, shownCard } from '../../shown-card.ts';
import { keyOfCard, memberCard } from './project.ts';

const memberId = MemberId.parse('aki');
const card = { memberId, cardId: 'card' };
const issued = {
  type: 'membership.card-issued',
  data: { ...card, issuedOn: '2026-05-01', validUntil: '2028-05-01' },
};
const renewed = { type: 'membership.card-renewed', data: { ...card, validUntil: '2030-05-01' } };
const suspended = { type: 'membership.card-suspended', data: { ...card, reason: 'lost' } };
const reinstated = { type: 'membership.card-reinstated', data: card };
const metadata = {
  correlationId: 'c',
  causationId: 'c',
  actor: { kind: 'operator' as const, id: 'test' },
  occurredAt: '2026-05-01T00:00:00.000Z',
};

const expiring = {
  type: 'membership.card-expiring',
  data: { ...card, validUntil: '2028-05-01', noticedOn: '2028-04-01' },
};

/** The row after these events arrived in this order (numbers of the history). */
const rowAfter = async (history: readonly NewEvent[], arriving: readonly number[]) => {
  const [store, view] = [inMemoryEventStore(), inMemoryViewStore()];
  const stream = `main#card#${memberId}`;
  for (const [index, event] of history.entries()) {
    const { head } = await store.read(stream);
    await store.commit({ id: `commit-${index}`, appends: [{ head, events: [event] }], metadata });
  }
  const { events } = await store.read(stream);
  const apply = rowPerStream(memberCard, view, store);
  for (const version of arriving) for (const event of events.slice(version - 1, version)) await apply(event);
  return (await view.get(keyOfCard(memberId))).row;
};

/** The card as its member sees it on a day, after these events arrived in this order (numbers of the history). */
const seen = async (history: readonly NewEvent[], arriving: readonly number[], today = '2026-06-01') => {
  const row = await rowAfter(history, arriving);
  return row && shownCard(CardRow.parse(row), BusinessDay.parse(today));
};

describe('the card that a member sees', () => {
  it('is not there before it is issued', async () => expect(await seen([issued], [])).toBeUndefined());

  it('is active until the end of its last day', async () => {
    const shown = { cardId: 'card', status: 'active', validUntil: '2028-05-01' };
    expect(await seen([issued], [1], '2028-05-01')).toEqual(shown);
    expect(await seen([issued], [1], '2028-05-02')).toEqual({ ...shown, status: 'expired' });
  });

  it('is valid longer when it was renewed', async () =>
    expect(await seen([issued, renewed], [1, 2], '2029-01-01')).toMatchObject({
      status: 'active',
      validUntil: '2030-05-01',
    }));

  it('stays suspended, also past its last day, until it is reinstated', async () => {
    expect(await seen([issued, suspended], [1, 2])).toMatchObject({ status: 'suspended' });
    expect(await seen([issued, suspended], [1, 2], '2029-01-01')).toMatchObject({ status: 'suspended' });
    expect(await seen([issued, suspended, reinstated], [1, 2, 3])).toMatchObject({ status: 'active' });
  });

  it('is the same when events come late, twice or not at all', async () => {
    const history = [issued, suspended, renewed, reinstated];
    const inOrder = await seen(history, [1, 2, 3, 4]);
    for (const arriving of [[4], [4, 3, 2, 1], [1, 1, 3, 2, 4, 4], [2, 4, 1]])
      expect(await seen(history, arriving)).toEqual(inOrder);
  });
});

describe('the index of cards whose end is to be told', () => {
  const endsOn = async (...history: readonly NewEvent[]) =>
    (await rowAfter(history, [history.length, 1, history.length]))?.endsOn;

  it('has a card by its last day until its member was told, and again once it is renewed', async () => {
    expect(await endsOn(issued)).toBe('2028-05-01');
    expect(await endsOn(issued, expiring)).toBeUndefined();
    expect(await endsOn(issued, expiring, renewed)).toBe('2030-05-01');
  });

  it('has no card that is suspended, and none that was told before it was', async () => {
    expect(await endsOn(issued, suspended)).toBeUndefined();
    expect(await endsOn(issued, suspended, reinstated)).toBe('2028-05-01');
    expect(await endsOn(issued, expiring, suspended, reinstated)).toBeUndefined();
  });
});
