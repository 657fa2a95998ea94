import { describe, expect, it } from 'vitest';
import { HoldId, MemberId } from '../../../../events/ids.ts';
import { emptyShelf, type Hold } from '../../../../events/shelf.ts';
import { given, givenState } from '../../../platform/given.ts';
import { activeCard, aki, copyOf, hasOnLoan, volumeIds } from '../borrow/phrases.ts';
import { patron } from '../patron.ts';
import { shelf } from '../shelf.ts';
import { decideCancelHolds } from './decide-cancel-holds.ts';
import { decidePlaceHold, type PlacingHold } from './decide-place-hold.ts';

const [v1, v2] = volumeIds;
if (!v1 || !v2) throw new Error('there are six');
const now = new Date('2026-05-01T03:00:00Z');
const holdId = HoldId.parse('h-new');
const hold = (memberId: string, place = 1): Hold => ({
  holdId: HoldId.parse(`h-${memberId}`),
  memberId: MemberId.parse(memberId),
  title: 't',
  place,
});
const volume = { volumeId: v1, seriesId: 's1', title: 'Title of v1', number: 1 } as PlacingHold['volume'];
const wishing = (rest: Partial<PlacingHold> = {}) =>
  givenState(decidePlaceHold)({
    patron: patron.initialState,
    card: activeCard,
    volume,
    shelf: emptyShelf,
    others: [],
    ...rest,
  }).when({ holdId, memberId: aki, volumeId: v1, now });
const free = { ...emptyShelf, free: [copyOf(v1)] };
const offered = {
  ...emptyShelf,
  offers: [{ ...hold('aki'), copyId: copyOf(v1), readyUntil: '2026-05-02T00:00:00.000Z' }],
};
const placedFive = {
  ...patron.initialState,
  holds: new Map([1, 2, 3, 4, 5].map((one) => [HoldId.parse(`h-${one}`), v2] as const)),
};

describe('waiting for a volume', () => {
  it('begins behind all who wait already, also behind who has been served', () =>
    wishing({ shelf: { ...emptyShelf, waiting: [hold('mei', 4)], placed: 4 } }).thenAccepted(({ told, position }) => {
      expect(position).toBe(2);
      expect(told.shelf).toMatchObject([{ type: 'lending.hold-placed', data: { place: 5, title: 'Title of v1' } }]);
      expect(told.patron[0].data).toEqual({ memberId: aki, holdId, volumeId: v1, ended: [] });
    }));
  it('is refused for a volume that the catalogue does not know, before anything else', () =>
    wishing({ volume: undefined, patron: hasOnLoan('2026-04-30', v1) }).thenRejected('volume-not-found'));
  it('is refused while a loan is overdue, before it looks at anything else of the member', () =>
    wishing({ patron: hasOnLoan('2026-04-30', v1), card: { status: 'missing' } }).thenRejected('overdue-loan'));
  it('is refused without an active card', () =>
    wishing({ card: { ...activeCard, status: 'suspended' } }).thenRejected('card-not-active'));
  it('is refused for a volume at home', () =>
    wishing({ patron: hasOnLoan('2026-05-09', v1), shelf: free }).thenRejected('already-borrowed'));
  it('is refused to who waits, or for whom a copy is put aside', () => {
    wishing({ shelf: { ...emptyShelf, waiting: [hold('aki')] } }).thenRejected('already-waiting');
    wishing({ shelf: { ...offered, free: free.free } }).thenRejected('already-waiting');
  });
  it('is refused while a copy is free', () => wishing({ shelf: free }).thenRejected('copy-available'));
  it('is refused with five holds of which nobody knows that they have ended', () =>
    wishing({ patron: placedFive }).thenRejected('too-many-holds'));
  it('counts those that still wait, where their shelves were looked at, and forgets the others', () => {
    const waiting = [1, 2, 3, 4].map((one) => ({ ...hold('aki'), holdId: HoldId.parse(`h-${one}`), memberId: aki }));
    const others = [{ volumeId: v2, shelf: { ...emptyShelf, waiting } }];
    wishing({ patron: placedFive, others }).thenAccepted(({ told }) =>
      expect(told.patron[0].data.ended).toEqual(['h-5']),
    );
  });
});

describe('cancelling', () => {
  const cancel = { volumeId: v1, because: 'given-up' as const, now };

  it('says nothing of a hold that is not there', () =>
    given(decideCancelHolds, shelf)()
      .when({ ...cancel, holdId })
      .thenEvents([]));

  it('gives a copy that was put aside to the next', () =>
    givenState(decideCancelHolds)({ ...offered, waiting: [hold('mei', 2)] })
      .when({ ...cancel, holdId: hold('aki').holdId })
      .thenAccepted((events) =>
        expect(events).toMatchObject([
          { type: 'lending.hold-cancelled', data: { memberId: 'aki', copyId: copyOf(v1) } },
          { type: 'lending.hold-offered', data: { memberId: 'mei', copyId: copyOf(v1) } },
        ]),
      ));

  it('gives nothing to anybody when all are cancelled', () =>
    givenState(decideCancelHolds)({ ...offered, waiting: [hold('mei', 2)] })
      .when({ ...cancel, because: 'volume-withdrawn', holdId: 'all' })
      .thenAccepted((events) =>
        expect(events.map(({ type }) => type)).toEqual(['lending.hold-cancelled', 'lending.hold-cancelled']),
      ));
});
