import { describe, expect, it } from 'vitest';
import { answerOf, copy, type LendingDesk, lendingDesk, member } from './phrases.ts';

describe('a lent copy that is lost', () => {
  const lost = (desk: LendingDesk, volumeId: string, number: number, loanId: string) =>
    desk.because('settle-lost-copy', 'inventory.copy-lost', {
      volumeId,
      copyId: copy(volumeId, number),
      loanId,
      reason: 'left on a train',
    });

  it('ends its loan when it was the last one out, once', async () => {
    const desk = lendingDesk();
    const v1 = await desk.newVolume('v1', 1);
    const aki = await desk.newMember('aki');
    const { loanId } = await answerOf(desk.borrow(aki, v1));
    const event = lost(desk, v1, 1, loanId);
    await Promise.all([desk.settleLostCopy(event), desk.settleLostCopy(event)]);
    expect(await desk.readLoan(loanId)).toMatchObject({ status: 'returned' });
    expect((await desk.eventsOf('loan', loanId)).map(({ type }) => type)).toEqual([
      'lending.loan-opened',
      'lending.loan-copy-lost',
    ]);
    expect(await desk.giveBack(aki, loanId)).toEqual({ outcome: 'rejected', reason: 'already-returned' });
  });

  it('leaves the rest of the loan as it is, and does not come back with it', async () => {
    const desk = lendingDesk();
    const [v1, v2] = [await desk.newVolume('v1', 1), await desk.newVolume('v2', 1)];
    const aki = await desk.newMember('aki');
    const { loanId } = await answerOf(desk.borrow(aki, v1, v2));
    const event = lost(desk, v1, 1, loanId);
    await desk.told('shelf', v1, { type: 'inventory.copy-lost', data: event.data });
    // Brought back before anybody told the loan: only what is still with it comes to its shelf.
    await answerOf(desk.giveBack(aki, loanId));
    await desk.settleLostCopy(event);
    expect((await desk.shelf(v1)).free).toEqual([]);
    expect((await desk.shelf(v2)).free).toEqual([copy('v2', 1)]);
  });

  it('counts no more as an item on loan', async () => {
    const desk = lendingDesk();
    const aki = await desk.newMember('aki');
    const ids = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6'];
    const volumes = await Promise.all(ids.map((id) => desk.newVolume(id, 1)));
    const [v1, , , , , v6] = volumes;
    if (!v1 || !v6) throw new Error('there are six');
    const { loanId } = await answerOf(desk.borrow(aki, ...volumes.slice(0, 5)));
    expect(await desk.borrow(aki, v6)).toMatchObject({ reason: 'too-many-items' });
    await desk.settleLostCopy(lost(desk, v1, 1, loanId));
    await answerOf(desk.borrow(aki, v6));
    expect(await desk.borrow(member('aki'), v6)).toMatchObject({ reason: 'too-many-items' });
  });
});
