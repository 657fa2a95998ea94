import { describe, expect, it } from 'vitest';
import { SeriesId } from '../../events/ids.ts';
import { answerOf, copy, lendingDesk } from './phrases.ts';

/** One volume with one copy, which is with Aki; Mei and Ren would like it. */
const wanted = async () => {
  const desk = lendingDesk();
  const v1 = await desk.newVolume('v1', 1);
  const [aki, mei, ren] = [await desk.newMember('aki'), await desk.newMember('mei'), await desk.newMember('ren')];
  const { loanId } = await answerOf(desk.borrow(aki, v1));
  return { desk, v1, aki, mei, ren, loanId };
};
const waitingOn = async ({ desk, v1 }: Awaited<ReturnType<typeof wanted>>) =>
  (await desk.shelf(v1)).waiting.map(({ memberId }) => memberId);

describe('a hold', () => {
  it('is served in the order of coming, in the commit that brings the copy back', async () => {
    const { desk, v1, aki, mei, ren, loanId } = await wanted();
    expect(await answerOf(desk.placeHold(mei, v1))).toMatchObject({ position: 1, status: 'waiting' });
    expect(await answerOf(desk.placeHold(ren, v1))).toMatchObject({ position: 2 });
    await answerOf(desk.giveBack(aki, loanId));
    const told = await desk.eventsOf('shelf', v1);
    expect(told.slice(-2).map(({ type }) => type)).toEqual(['lending.copy-brought-back', 'lending.hold-offered']);
    expect(new Set(told.slice(-2).map(({ id }) => id.split('.')[0])).size).toBe(1);
    expect(await desk.borrow(ren, v1)).toEqual({ outcome: 'rejected', reason: 'no-copy-available' });
    expect(await answerOf(desk.borrow(mei, v1))).toMatchObject({ items: [{ copyId: copy('v1', 1) }] });
    expect((await desk.shelf(v1)).offers).toEqual([]);
  });

  it('is offered for three days; then the copy goes to the next on the next morning', async () => {
    const { desk, v1, aki, mei, ren, loanId } = await wanted();
    await answerOf(desk.placeHold(mei, v1));
    await answerOf(desk.placeHold(ren, v1));
    await answerOf(desk.giveBack(aki, loanId));
    desk.hoursPass(71);
    await desk.dayBegins(v1);
    expect((await desk.shelf(v1)).offers).toMatchObject([{ memberId: mei }]);
    desk.hoursPass(1);
    await Promise.all([desk.dayBegins(v1), desk.dayBegins(v1)]);
    expect((await desk.shelf(v1)).offers).toMatchObject([{ memberId: ren }]);
  });

  it('that has run out is over for its member too, before anybody noticed', async () => {
    const { desk, v1, aki, mei, ren, loanId } = await wanted();
    await answerOf(desk.placeHold(mei, v1));
    await answerOf(desk.placeHold(ren, v1));
    await answerOf(desk.giveBack(aki, loanId));
    desk.hoursPass(72);
    expect(await desk.borrow(mei, v1)).toEqual({ outcome: 'rejected', reason: 'no-copy-available' });
    // The next in the queue need not wait for the morning.
    await answerOf(desk.borrow(ren, v1));
    const told = (await desk.eventsOf('shelf', v1)).map(({ type }) => type);
    expect(told.slice(-4)).toEqual([
      'lending.hold-expired',
      'lending.hold-offered',
      'lending.copy-lent',
      'lending.hold-fulfilled',
    ]);
  });

  it('that has run out leaves the copy to anybody when nobody else waits', async () => {
    const { desk, v1, aki, mei, ren, loanId } = await wanted();
    await answerOf(desk.placeHold(mei, v1));
    await answerOf(desk.giveBack(aki, loanId));
    expect(await desk.borrow(ren, v1)).toEqual({ outcome: 'rejected', reason: 'no-copy-available' });
    desk.hoursPass(72);
    expect(await desk.placeHold(mei, v1)).toEqual({ outcome: 'rejected', reason: 'copy-available' });
    await answerOf(desk.borrow(ren, v1));
  });

  it('is given up by its member only, and once more without effect', async () => {
    const scene = await wanted();
    const { desk, v1, mei, ren } = scene;
    const { holdId } = await answerOf(desk.placeHold(mei, v1));
    await answerOf(desk.placeHold(ren, v1));
    expect(await desk.cancelHold(ren, holdId)).toEqual({ outcome: 'rejected', reason: 'forbidden' });
    await answerOf(desk.cancelHold(mei, holdId));
    await answerOf(desk.cancelHold(mei, holdId));
    expect(await waitingOn(scene)).toEqual([ren]);
  });

  it('cannot be placed twice at the same moment', async () => {
    const scene = await wanted();
    const { desk, v1, mei } = scene;
    const outcomes = await Promise.all([1, 2, 3].map(() => desk.placeHold(mei, v1)));
    expect(outcomes.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
    expect(await waitingOn(scene)).toEqual([mei]);
  });

  it('and a renewal at the same moment: somebody waits, or the loan was renewed first', async () => {
    const { desk, v1, aki, mei, loanId } = await wanted();
    const [renewed] = await Promise.all([desk.renew(aki, loanId), desk.placeHold(mei, v1)]);
    const told = (await desk.eventsOf('loan', loanId)).map(({ type }) => type);
    expect(told.includes('lending.loan-renewed')).toBe(renewed.outcome === 'accepted');
    expect(await desk.renew(aki, loanId)).toMatchObject({ outcome: 'rejected' });
  });
});

describe('the limit of holds', () => {
  const waitingFor = async (count: number) => {
    const desk = lendingDesk();
    const mei = await desk.newMember('mei');
    const holds = [];
    for (let one = 1; one <= count; one++)
      holds.push(await answerOf(desk.placeHold(mei, await desk.newVolume(`v${one}`, 0))));
    return { desk, mei, holds, more: await desk.newVolume('more', 0) };
  };

  it('is five that wait', async () => {
    const { desk, mei, more } = await waitingFor(5);
    expect(await desk.placeHold(mei, more)).toEqual({ outcome: 'rejected', reason: 'too-many-holds' });
  });

  it('holds when many are placed at the same moment', async () => {
    const { desk, mei } = await waitingFor(3);
    const volumes = await Promise.all(['a', 'b', 'c', 'd'].map((id) => desk.newVolume(id, 0)));
    const outcomes = await Promise.all(volumes.map((volumeId) => desk.placeHold(mei, volumeId)));
    expect(outcomes.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(2);
  });

  it('does not count a copy that is put aside', async () => {
    const { desk, mei, holds, more } = await waitingFor(5);
    const [first] = holds;
    if (!first) throw new Error('there are five');
    const { volumeId, holdId } = first;
    const offer = { holdId, memberId: mei, volumeId, title: 't', copyId: copy(volumeId, 1) };
    const copyIds = [offer.copyId];
    await desk.told(
      'shelf',
      volumeId,
      { type: 'inventory.copies-added', data: { volumeId, copyIds, reason: 'bought' } },
      {
        type: 'lending.hold-offered',
        data: { ...offer, offeredAt: desk.now.toISOString(), readyUntil: '2026-05-04T03:00:00.000Z' },
      },
    );
    await answerOf(desk.placeHold(mei, more));
    expect((await desk.holdsOf(mei)).has(holdId)).toBe(true);
  });

  it("does not count holds that have ended, and the member's list forgets them", async () => {
    const { desk, mei, holds, more } = await waitingFor(5);
    for (const { holdId } of holds.slice(0, 3)) await answerOf(desk.cancelHold(mei, holdId));
    await answerOf(desk.placeHold(mei, more));
    expect((await desk.holdsOf(mei)).size).toBe(3);
  });
});

describe('holds that nobody can use any more', () => {
  it('of a member who has left are cancelled, and a copy that was put aside goes to the next', async () => {
    const { desk, v1, aki, mei, ren, loanId } = await wanted();
    await answerOf(desk.placeHold(mei, v1));
    await answerOf(desk.placeHold(ren, v1));
    await answerOf(desk.giveBack(aki, loanId));
    await desk.told('patron', mei, { type: 'accounts.member-left', data: { memberId: mei } });
    const left = desk.because('cancel-holds', 'accounts.member-left', { memberId: mei });
    await Promise.all([desk.cancelHolds(left), desk.cancelHolds(left)]);
    await desk.cancelHolds(left);
    expect((await desk.shelf(v1)).offers).toMatchObject([{ memberId: ren }]);
    expect(await desk.placeHold(mei, v1)).toEqual({ outcome: 'rejected', reason: 'card-not-active' });
  });

  it('of a withdrawn volume are cancelled, however many wait, and it can be neither borrowed nor waited for', async () => {
    const scene = await wanted();
    const { desk, v1, ren } = scene;
    for (let one = 1; one <= 120; one++) await answerOf(desk.placeHold(await desk.newMember(`m${one}`), v1));
    await desk.told('volume', v1, {
      type: 'catalogue.volume-withdrawn',
      data: { volumeId: v1, seriesId: SeriesId.parse('s1') },
    });
    await desk.cancelHolds(
      desk.because('cancel-holds', 'catalogue.volume-withdrawn', { volumeId: v1, seriesId: 's1' }),
    );
    expect(await waitingOn(scene)).toEqual([]);
    expect(await desk.placeHold(ren, v1)).toEqual({ outcome: 'rejected', reason: 'volume-not-found' });
    expect(await desk.borrow(ren, v1)).toEqual({ outcome: 'rejected', reason: 'volume-not-found' });
  });

  it('of a volume that is withdrawn at the same moment are refused or cancelled', async () => {
    const scene = await wanted();
    const { desk, v1, mei } = scene;
    const data = { volumeId: v1, seriesId: SeriesId.parse('s1') };
    await Promise.all([desk.placeHold(mei, v1), desk.told('volume', v1, { type: 'catalogue.volume-withdrawn', data })]);
    await desk.cancelHolds(desk.because('cancel-holds', 'catalogue.volume-withdrawn', data));
    expect(await waitingOn(scene)).toEqual([]);
  });
});
