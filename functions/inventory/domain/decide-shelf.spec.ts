import { describe, expect, it } from 'vitest';
import { CopyId } from '../../../events/ids.ts';
import type { ShelfEvent } from '../../../events/shelf.ts';
import { fold } from '../../platform/decider.ts';
import { given, givenState } from '../../platform/given.ts';
import { volumeOf } from './copy-number.ts';
import {
  decideAddCopies,
  decideFindCopy,
  decideLoseCopy,
  decideOpenShelf,
  decideWithdrawCopy,
  MOST_COPIES_OF_A_VOLUME,
} from './decide-shelf.ts';
import {
  added,
  broughtBack,
  copy,
  found,
  lent,
  loanId,
  lost,
  now,
  offered,
  opened,
  placed,
  volumeId,
  withdrawn,
} from './phrases.ts';
import { shelf } from './shelf.ts';

describe('opening a shelf', () => {
  const history = given(decideOpenShelf, shelf);

  it('numbers the first copies', () =>
    history()
      .when({ volumeId, now, initialCopies: 3 })
      .thenEvents([opened(1, 2, 3)]));
  it('says so too when there are none yet', () =>
    history().when({ volumeId, now, initialCopies: 0 }).thenEvents([opened()]));
  it('happens once', () => history(opened(1)).when({ volumeId, now, initialCopies: 1 }).thenEvents([]));
  it('goes on after copies that were quicker', () =>
    history(added(1, 2))
      .when({ volumeId, now, initialCopies: 2 })
      .thenEvents([opened(3, 4)]));
});

describe('adding copies', () => {
  const known = { isKnown: true };
  const standing = (...history: readonly ShelfEvent[]) => ({ shelf: fold(shelf, history), volume: known });
  const when = (state: ReturnType<typeof standing>, count: number) =>
    givenState(decideAddCopies)(state).when({ volumeId, now, count, reason: 'bought' });

  it('numbers them on', () =>
    when(standing(opened(1)), 2).thenEvents({ told: [added(2, 3)], copyIds: [copy(2), copy(3)] }));
  it('uses no number twice, also not that of a withdrawn copy', () =>
    when(standing(opened(1, 2), withdrawn(2)), 1).thenEvents({ told: [added(3)], copyIds: [copy(3)] }));
  it('is refused for a volume that nobody knows', () =>
    when({ ...standing(), volume: { isKnown: false } }, 1).thenRejected('not-found'));
  it('is refused beyond what a shelf can hold', () => {
    const full = { ...shelf.initialState, isOpen: true, numbered: MOST_COPIES_OF_A_VOLUME - 1 };
    when({ shelf: full, volume: known }, 2).thenRejected('too-many-copies');
  });
});

describe('withdrawing a copy', () => {
  const history = given(decideWithdrawCopy, shelf);
  const second = { volumeId, now, copyId: copy(2), reason: 'worn out' };

  it('takes it off the shelf', () =>
    history(opened(1, 2))
      .when(second)
      .thenEvents([withdrawn(2)]));
  it('is refused while it is on loan', () => history(opened(1, 2), lent(2)).when(second).thenRejected('copy-on-loan'));
  it('is possible again once it is back', () =>
    history(opened(1, 2), lent(2), broughtBack(2))
      .when(second)
      .thenEvents([withdrawn(2)]));
  it('finds a copy that left before no more', () =>
    history(opened(1, 2), withdrawn(2)).when(second).thenRejected('not-found'));
  it('finds no copy that never was', () => history(opened(1)).when(second).thenRejected('not-found'));
});

describe('a copy that is lost', () => {
  const losing = given(decideLoseCopy, shelf);
  const finding = given(decideFindCopy, shelf);
  const first = { volumeId, now, copyId: copy(1), reason: 'missing' };

  it('is recorded with the loan that it will not come back from', () =>
    losing(opened(1), lent(1))
      .when(first)
      .thenEvents([lost(1, loanId)]));
  it('is recorded without a loan when it was missing in the library', () =>
    losing(opened(1))
      .when(first)
      .thenEvents([lost(1)]));
  it('is recorded once', () => losing(opened(1), lost(1)).when(first).thenRejected('already-lost'));
  it('is not found when it never was', () => losing(opened(1), withdrawn(1)).when(first).thenRejected('not-found'));
  it('can be found again, and only then', () => {
    finding(opened(1), lost(1))
      .when(first)
      .thenEvents([found(1)]);
    finding(opened(1)).when(first).thenRejected('not-lost');
    finding(opened(1), lost(1), withdrawn(1)).when(first).thenRejected('not-found');
  });
  it('can be withdrawn for good', () =>
    given(decideWithdrawCopy, shelf)(opened(1), lent(1), lost(1, loanId))
      .when(first)
      .thenEvents([{ ...withdrawn(1), data: { ...withdrawn(1).data, reason: 'missing' } }]));
});

describe('copies that somebody waits for', () => {
  const types = (events: readonly ShelfEvent[]) => events.map(({ type }) => type);

  it('are put aside as they come: with the shelf, with an addition, found again', () => {
    given(
      decideOpenShelf,
      shelf,
    )(placed)
      .when({ volumeId, now, initialCopies: 2 })
      .thenAccepted((events) => expect(types(events)).toEqual(['inventory.shelf-opened', 'lending.hold-offered']));
    givenState(decideAddCopies)({ shelf: fold(shelf, [placed]), volume: { isKnown: true } })
      .when({ volumeId, now, count: 1, reason: 'bought' })
      .thenAccepted(({ told }) => expect(types(told)).toEqual(['inventory.copies-added', 'lending.hold-offered']));
    given(decideFindCopy, shelf)(opened(1), lost(1), placed)
      .when({ volumeId, now, copyId: copy(1), reason: 'found' })
      .thenAccepted((events) => expect(types(events)).toEqual(['inventory.copy-found', 'lending.hold-offered']));
  });

  it('give way to another free one, or to the head of the queue, when they are withdrawn', () => {
    const history = [placed, opened(1), offered(1)] as const;
    const first = { volumeId, now, copyId: copy(1), reason: 'worn out' };
    given(decideWithdrawCopy, shelf)(...history, added(2))
      .when(first)
      .thenAccepted((events) => {
        expect(types(events)).toEqual(['inventory.copy-withdrawn', 'lending.hold-put-back', 'lending.hold-offered']);
        expect(events.at(-1)?.data).toMatchObject({ copyId: copy(2) });
      });
    given(
      decideWithdrawCopy,
      shelf,
    )(...history)
      .when(first)
      .thenAccepted((events) => expect(types(events)).toEqual(['inventory.copy-withdrawn', 'lending.hold-put-back']));
  });
});

describe('the id of a copy', () => {
  it('tells its volume', () => expect(volumeOf(copy(12))).toBe(volumeId));
  it.each(['v1', 'v1-0', 'v1-x', '-1'])('tells none when it is not one of ours: %s', (id) =>
    expect(volumeOf(CopyId.parse(id))).toBeUndefined());
});
