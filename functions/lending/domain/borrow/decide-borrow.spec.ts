import { describe, expect, it } from 'vitest';
import { HoldId, MemberId } from '../../../../events/ids.ts';
import { emptyShelf, type Shelf } from '../../../../events/shelf.ts';
import { givenState } from '../../../platform/given.ts';
import { patron } from '../patron.ts';
import { decideBorrow } from './decide-borrow.ts';
import { activeCard, aki, asking, borrowOn, copyOf, day, hasOnLoan, volumeIds } from './phrases.ts';

const given = givenState(decideBorrow);
const today = '2026-05-01';
const [v1, v2, v3, v4, v5, v6] = volumeIds as [
  (typeof volumeIds)[0],
  (typeof volumeIds)[0],
  (typeof volumeIds)[0],
  (typeof volumeIds)[0],
  (typeof volumeIds)[0],
  (typeof volumeIds)[0],
];

describe('borrowing', () => {
  it('lends the first free copy of each volume for 14 days, and says so to loan, patron and shelves', () =>
    given(asking([v1, v2]))
      .when(borrowOn(today))
      .thenAccepted(({ loan, patron, shelves }) => {
        expect(loan[0].data).toMatchObject({ memberId: aki, borrowedOn: today, dueOn: '2026-05-15' });
        expect(loan[0].data.items.map(({ copyId }) => copyId)).toEqual([copyOf(v1), copyOf(v2)]);
        expect(patron[0].data).toMatchObject({ volumeIds: [v1, v2], dueOn: '2026-05-15' });
        expect(shelves.map(([lent]) => lent?.data)).toMatchObject([{ copyId: copyOf(v1) }, { copyId: copyOf(v2) }]);
      }));

  it('counts the day of borrowing in Tokyo', () =>
    given(asking([v1]))
      .when({ ...borrowOn(today), now: new Date('2026-05-01T15:00:00Z') })
      .thenAccepted(({ loan }) => expect(loan[0].data.borrowedOn).toBe('2026-05-02')));

  it('refuses a volume that the catalogue does not know', () =>
    given(asking([v1], { volumes: [undefined] }))
      .when(borrowOn(today))
      .thenRejected('volume-not-found'));

  it('refuses while a loan is overdue, before it looks at anything else', () =>
    given(asking([v1], { patron: hasOnLoan('2026-04-30', v1), card: { status: 'missing' } }))
      .when(borrowOn(today))
      .thenRejected('overdue-loan'));

  it('does not count a loan as overdue on its due date', () =>
    given(asking([v1], { patron: hasOnLoan(today, v2) }))
      .when(borrowOn(today))
      .thenAccepted(({ loan }) => expect(loan).toHaveLength(1)));

  it.each([
    ['without a card', { status: 'missing' } as const],
    ['with a suspended card', { ...activeCard, status: 'suspended' } as const],
    ['with a card whose last day has passed', { ...activeCard, validUntil: day('2026-04-30') }],
  ])('refuses %s', (_, card) =>
    given(asking([v1], { card }))
      .when(borrowOn(today))
      .thenRejected('card-not-active'));

  it('refuses who has given the account up', () =>
    given(asking([v1], { patron: { ...patron.initialState, hasLeft: true } }))
      .when(borrowOn(today))
      .thenRejected('card-not-active'));

  it('allows a card on its last day', () =>
    given(asking([v1], { card: { ...activeCard, validUntil: day(today) } }))
      .when(borrowOn(today))
      .thenAccepted(({ loan }) => expect(loan).toHaveLength(1)));

  it('allows five items at once', () =>
    given(asking([v4, v5], { patron: hasOnLoan('2026-05-09', v1, v2, v3) }))
      .when(borrowOn(today))
      .thenAccepted(({ shelves }) => expect(shelves).toHaveLength(2)));

  it('refuses a sixth', () =>
    given(asking([v6], { patron: hasOnLoan('2026-05-09', v1, v2, v3, v4, v5) }))
      .when(borrowOn(today))
      .thenRejected('too-many-items'));

  it('refuses a second copy of a volume on loan', () =>
    given(asking([v1], { patron: hasOnLoan('2026-05-09', v1) }))
      .when(borrowOn(today))
      .thenRejected('already-borrowed'));

  it('refuses everything when one of the volumes has no free copy', () =>
    given(
      asking([v1, v2], {
        shelves: [
          { volumeId: v1, shelf: { ...emptyShelf, free: [copyOf(v1)] } },
          { volumeId: v2, shelf: emptyShelf },
        ],
      }),
    )
      .when(borrowOn(today))
      .thenRejected('no-copy-available'));

  const offeredTo = (memberId: string) => ({
    ...emptyShelf,
    offers: [
      {
        holdId: HoldId.parse('h1'),
        memberId: MemberId.parse(memberId),
        title: 't',
        place: 1,
        copyId: copyOf(v1, 7),
        readyUntil: '2026-05-04T03:00:00.000Z',
      },
    ],
  });
  const onShelf = (shelf: Shelf) => asking([v1], { shelves: [{ volumeId: v1, shelf }] });

  it('takes the copy that is put aside, though others are free, and ends the hold with it', () =>
    given(onShelf({ ...offeredTo('aki'), free: [copyOf(v1)] }))
      .when(borrowOn(today))
      .thenAccepted(({ shelves: [told] }) =>
        expect(told).toMatchObject([
          { type: 'lending.copy-lent', data: { copyId: copyOf(v1, 7) } },
          { type: 'lending.hold-fulfilled', data: { holdId: 'h1', copyId: copyOf(v1, 7) } },
        ]),
      ));

  it('refuses a copy that is put aside for somebody else', () =>
    given(onShelf(offeredTo('mei')))
      .when(borrowOn(today))
      .thenRejected('no-copy-available'));

  it('refuses a free copy that is owed to who waits', () =>
    given(
      onShelf({
        ...emptyShelf,
        free: [copyOf(v1)],
        waiting: [{ holdId: HoldId.parse('h2'), memberId: MemberId.parse('mei'), title: 't', place: 2 }],
      }),
    )
      .when(borrowOn(today))
      .thenRejected('no-copy-available'));
});
