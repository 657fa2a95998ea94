import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { CopyId, HoldId, LoanId, MemberId, VolumeId } from '../../events/ids.ts';
import { copiesToTake, emptyShelf, type Shelf, shelfAfter } from '../../events/shelf.ts';
import { addCopies } from '../../functions/inventory/commands/add-copies/add-copies.ts';
import { findCopy } from '../../functions/inventory/commands/find-copy/find-copy.ts';
import { loseCopy } from '../../functions/inventory/commands/lose-copy/lose-copy.ts';
import { withdrawCopy } from '../../functions/inventory/commands/withdraw-copy/withdraw-copy.ts';
import { availability } from '../../functions/inventory/projections/availability/project.ts';
import { availabilityIn, copiesIn, ShelfRow } from '../../functions/inventory/projections/availability/view.ts';
import { type LendingDesk, lendingDesk } from '../../functions/lending/phrases.ts';
import { commandLoop } from '../../functions/platform/command-loop.ts';
import { heard } from '../../functions/platform/listener/heard.ts';
import { idOf, type Row } from '../../functions/platform/view-store/port.ts';
import { type ToldOfShelf, wrongOnShelf } from './properties/queue.ts';

const NAMES = ['aki', 'mei', 'ren', 'sora'];
const acts = ['place', 'cancel', 'borrow', 'give-back', 'add', 'withdraw', 'lose', 'find', 'days', 'morning'] as const;
interface Act {
  act: (typeof acts)[number];
  who: number;
  which: number;
}
interface Scene {
  desk: LendingDesk;
  volumeId: VolumeId;
  members: readonly MemberId[];
  loans: { memberId: MemberId; loanId: LoanId }[];
  holds: { memberId: MemberId; holdId: HoldId }[];
}

const storyOf = async ({ desk, volumeId }: Scene) =>
  (await desk.eventsOf('shelf', volumeId)) as readonly unknown[] as readonly ToldOfShelf[];
const pick = <T>(list: readonly T[], which: number): T | undefined => list[which % Math.max(1, list.length)];

/** What a librarian does, each time with an instance of its own. */
const inventoryOf = ({ desk, volumeId }: Scene) => {
  const decide = commandLoop(desk.store);
  const context = {
    commandId: uuid(),
    correlationId: 'c',
    causationId: 'c',
    actor: { kind: 'operator' as const, id: 'librarian' },
    now: desk.now,
  };
  const reason = 'asked for';
  return {
    add: (count: number) => addCopies({ decide })(volumeId, { count, reason }, context),
    withdraw: (copyId: CopyId) => withdrawCopy({ decide })(copyId, { reason }, context),
    lose: (copyId: CopyId) => loseCopy({ decide })(copyId, { reason }, context),
    find: (copyId: CopyId) => findCopy({ decide })(copyId, { reason }, context),
  };
};

const played = async (scene: Scene, { act, who, which }: Act): Promise<void> => {
  const { desk, volumeId, members, loans, holds } = scene;
  const memberId = pick(members, who);
  const copies = (await storyOf(scene)).flatMap((event) =>
    event.type === 'inventory.copies-added' || event.type === 'inventory.shelf-opened' ? event.data.copyIds : [],
  );
  const copyId = pick(copies, which);
  if (!memberId) return;
  if (act === 'place') {
    const placed = await desk.placeHold(memberId, volumeId);
    if (placed.outcome === 'accepted') holds.push({ memberId, holdId: placed.answer.holdId });
  } else if (act === 'borrow') {
    const lent = await desk.borrow(memberId, volumeId);
    if (lent.outcome === 'accepted') loans.push({ memberId, loanId: lent.answer.loanId });
  } else if (act === 'cancel') {
    const hold = pick(holds, which);
    if (hold) await desk.cancelHold(hold.memberId, hold.holdId);
  } else if (act === 'give-back') {
    const loan = pick(loans, which);
    if (loan) await desk.giveBack(loan.memberId, loan.loanId);
  } else if (act === 'days') desk.hoursPass(which * 8);
  else if (act === 'morning') await desk.dayBegins(volumeId);
  else if (act === 'add') await inventoryOf(scene).add(1 + (which % 2));
  else if (copyId !== undefined) await inventoryOf(scene)[act](copyId);
};

/** What a reader would have seen after each event, also in the middle of a commit. */
const seenIn = (story: readonly ToldOfShelf[]): readonly string[] => {
  const wrong: string[] = [];
  let row: Row | undefined;
  let shelf: Shelf = emptyShelf;
  for (const [index, event] of story.entries()) {
    const told = heard('availability', event);
    if (!told) continue;
    row = { ...availability.evolve(row, told), ...availability.keyOf(told) };
    shelf = shelfAfter(shelf, event);
    const seen = ShelfRow.parse(row);
    const { available, waiting, onHold, onLoan, copies } = availabilityIn(seen);
    const states = copiesIn(seen).map(({ state }) => state);
    const count = (state: string) => states.filter((one) => one === state).length;
    const where = `${idOf(row)} after ${index + 1} events`;
    if (available > 0 && waiting > 0) wrong.push(`${where}: ${available} available while ${waiting} wait`);
    if (available + onHold + onLoan !== copies) wrong.push(`${where}: ${copies} copies do not add up`);
    if ([available, onHold, onLoan].join() !== ['available', 'on-hold', 'on-loan'].map(count).join())
      wrong.push(`${where}: the list of copies says ${states.join()}`);
    const isCommitted = story[index + 1]?.id.split('.')[0] !== event.id.split('.')[0];
    if (isCommitted && shelf.free.length > 0 && shelf.waiting.length > 0) wrong.push(`${where}: a copy was left free`);
    if (isCommitted && copiesToTake(shelf).length !== available) wrong.push(`${where}: the desk sees it otherwise`);
  }
  return wrong;
};

const act = fc.record({ act: fc.constantFrom(...acts), who: fc.nat(3), which: fc.nat(11) });
const stories = fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { maxLength: 15 });

describe('members who want the same volume, librarians and time', () => {
  it('served in turn, whoever comes between: no copy with two owners, none free while somebody waits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(2), stories, async (copies, story) => {
        const desk = lendingDesk();
        const volumeId = await desk.newVolume('v1', copies);
        const members = await Promise.all(NAMES.map((name) => desk.newMember(name)));
        const scene: Scene = { desk, volumeId, members, loans: [], holds: [] };
        for (const atOnce of story) await Promise.all(atOnce.map((one) => played(scene, one)));
        const told = await storyOf(scene);
        expect([...wrongOnShelf(told), ...seenIn(told)]).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
