import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CopyId, HoldId, LoanId, MemberId, VolumeId } from './ids.ts';
import {
  andThen,
  copiesToTake,
  emptyShelf,
  putBack,
  type Shelf,
  type ShelfEvent,
  shelfAfter,
  shelfToday,
} from './shelf.ts';

const volumeId = VolumeId.parse('v1');
const copy = (number: number) => CopyId.parse(`v1-${number}`);
const loanId = LoanId.parse('loan');
const start = Date.parse('2026-05-01T03:00:00Z');
const placed = (number: number): ShelfEvent => ({
  type: 'lending.hold-placed',
  data: {
    holdId: HoldId.parse(`h${number}`),
    memberId: MemberId.parse(`m${number}`),
    volumeId,
    title: 'A title',
    place: number,
    placedAt: new Date(start).toISOString(),
  },
});
const added = (...numbers: readonly number[]): ShelfEvent => ({
  type: 'inventory.copies-added',
  data: { volumeId, copyIds: numbers.map(copy), reason: 'bought' },
});
const withdrawn = (copyId: CopyId): ShelfEvent => ({
  type: 'inventory.copy-withdrawn',
  data: { volumeId, copyId, reason: 'worn out' },
});

describe('the shelf of a volume', () => {
  const at = { volumeId, now: new Date(start) };
  const holdsIn = (list: readonly { holdId: string }[]) => list.map(({ holdId }) => holdId);

  it('puts a copy that comes aside for who came first, and the rest is free', () => {
    const waiting = [placed(1), placed(2)].reduce(shelfAfter, emptyShelf);
    const { shelf } = andThen({ shelf: waiting, events: [] }, at, [added(1, 2, 3)]);
    expect(holdsIn(shelf.offers)).toEqual(['h1', 'h2']);
    expect(copiesToTake(shelf)).toEqual([copy(3)]);
  });

  it('offers for three days to the minute, and then to the next', () => {
    const waiting = [placed(1), placed(2)].reduce(shelfAfter, emptyShelf);
    const { shelf } = andThen({ shelf: waiting, events: [] }, at, [added(1)]);
    const later = (hours: number) => ({ volumeId, now: new Date(start + hours * 3_600_000) });
    expect(shelfToday(shelf, { volumeId, now: new Date(start + 72 * 3_600_000 - 1) }).events).toEqual([]);
    expect(holdsIn(shelfToday(shelf, later(72)).shelf.offers)).toEqual(['h2']);
  });

  it('puts who loses an offered copy before all others', () => {
    const waiting = [placed(1), placed(2)].reduce(shelfAfter, emptyShelf);
    const { shelf } = andThen({ shelf: waiting, events: [] }, at, [added(1)]);
    const after = andThen({ shelf, events: [] }, at, [withdrawn(copy(1)), ...putBack(shelf, volumeId, copy(1))]);
    expect(holdsIn(after.shelf.waiting)).toEqual(['h1', 'h2']);
    expect(holdsIn(andThen(after, at, [added(2)]).shelf.offers)).toEqual(['h1']);
  });

  it('tells no more at once than a commit can hold, and owes the copies that are left to who waits', () => {
    const many = Array.from({ length: 250 }, (_, index) => index + 1);
    const waiting = many.map(placed).reduce(shelfAfter, emptyShelf);
    const { shelf, events } = andThen({ shelf: waiting, events: [] }, at, [added(...many.slice(0, 100))]);
    expect(events.length).toBeLessThanOrEqual(100);
    expect(copiesToTake(shelf)).toEqual([]);
    expect(holdsIn(andThen({ shelf, events: [] }, at, []).shelf.offers)).toEqual(
      many.slice(0, 100).map((number) => `h${number}`),
    );
  });
});

/** What may happen to a shelf, as numbers that are read against the shelf as it then is. */
const happenings = fc.array(
  fc.record({
    what: fc.constantFrom('place', 'cancel', 'lend', 'bring-back', 'add', 'withdraw', 'wait'),
    which: fc.nat(20),
  }),
  { maxLength: 60 },
);

describe('whatever happens to a shelf', () => {
  it('who came first is served first, a copy is in one place, and nothing is free while somebody waits', () =>
    fc.assert(
      fc.property(happenings, (story) => {
        let shelf: Shelf = emptyShelf;
        let now = start;
        let numbered = 0;
        let holds = 0;
        /** Who waits, by the order of coming; kept without any code of the shelf's. */
        let queue: string[] = [];
        for (const { what, which } of story) {
          const at = () => ({ volumeId, now: new Date(now) });
          const today = shelfToday(shelf, at());
          const events = ((): readonly ShelfEvent[] => {
            const pick = <T>(list: readonly T[]): T | undefined => list[which % Math.max(1, list.length)];
            const { free, lent, waiting, offers } = today.shelf;
            switch (what) {
              case 'place':
                return copiesToTake(today.shelf).length > 0 ? [] : [placed(++holds)];
              case 'add':
                return [added(...Array.from({ length: which % 3 }, () => ++numbered))];
              case 'cancel': {
                const hold = pick([...waiting.map((one) => ({ ...one, copyId: null })), ...offers]);
                if (!hold) return [];
                const { holdId, memberId, copyId } = hold;
                const cancelledAt = at().now.toISOString();
                const data = { holdId, memberId, volumeId, copyId, because: 'given-up' as const, cancelledAt };
                return [{ type: 'lending.hold-cancelled', data }];
              }
              case 'lend': {
                const copyId = pick([...copiesToTake(today.shelf), ...offers.map((offer) => offer.copyId)]);
                const memberId = MemberId.parse('anybody');
                return copyId === undefined
                  ? []
                  : [{ type: 'lending.copy-lent', data: { volumeId, copyId, loanId, memberId } }];
              }
              case 'bring-back': {
                const copyId = pick([...lent.keys()]);
                return copyId === undefined
                  ? []
                  : [{ type: 'lending.copy-brought-back', data: { volumeId, copyId, loanId } }];
              }
              case 'withdraw': {
                const copyId = pick([...free, ...offers.map((offer) => offer.copyId)]);
                return copyId === undefined ? [] : [withdrawn(copyId), ...putBack(today.shelf, volumeId, copyId)];
              }
              case 'wait':
                now += which * 6 * 3_600_000;
                return [];
            }
          })();
          const next = andThen(today, at(), events);
          for (const event of next.events) {
            if (event.type === 'lending.hold-placed') queue.push(event.data.holdId);
            if (event.type === 'lending.hold-put-back') queue.push(event.data.holdId);
            queue.sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
            if (event.type === 'lending.hold-offered') expect(queue.shift()).toBe(event.data.holdId);
            if (event.type === 'lending.hold-cancelled') queue = queue.filter((id) => id !== event.data.holdId);
          }
          shelf = next.shelf;
          const places = [...shelf.free, ...shelf.lent.keys(), ...shelf.offers.map(({ copyId }) => copyId)];
          expect(new Set(places).size).toBe(places.length);
          expect(shelf.free.length > 0 && shelf.waiting.length > 0).toBe(false);
        }
      }),
      { numRuns: 1000 },
    ));
});
