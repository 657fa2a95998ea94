import { describe, expect, it } from 'vitest';
import { answerOf, lendingDesk } from './phrases.ts';

describe('the limits that a stage switches on', () => {
  const borrowing = async (limits: Parameters<typeof lendingDesk>[0]) => {
    const desk = lendingDesk(limits);
    const aki = await desk.newMember('aki');
    const volumes = await Promise.all(['v1', 'v2', 'v3'].map((id) => desk.newVolume(id, 1)));
    const [v1, v2, v3] = volumes;
    if (!v1 || !v2 || !v3) throw new Error('there are three');
    return { desk, aki, v1, v2, v3 };
  };

  it('are off unless they are named', async () => {
    const { desk, aki, v1, v2, v3 } = await borrowing({});
    for (const volumeId of [v1, v2, v3]) await answerOf(desk.borrow(aki, volumeId));
  });

  it('refuse a loan beyond those that are open', async () => {
    const { desk, aki, v1, v2, v3 } = await borrowing({ limits: { openLoansPerMember: 1 } });
    const { loanId } = await answerOf(desk.borrow(aki, v1, v2));
    expect(await desk.borrow(aki, v3)).toEqual({ outcome: 'rejected', reason: 'too-many-loans' });
    await answerOf(desk.giveBack(aki, loanId));
    await answerOf(desk.borrow(aki, v3));
  });

  it('refuse a loan beyond those of the day, also when they came back', async () => {
    const { desk, aki, v1, v2, v3 } = await borrowing({ limits: { loansPerDay: 2 } });
    const { loanId } = await answerOf(desk.borrow(aki, v1));
    await answerOf(desk.giveBack(aki, loanId));
    await answerOf(desk.borrow(aki, v2));
    expect(await desk.borrow(aki, v3)).toEqual({ outcome: 'rejected', reason: 'too-many-loans-today' });
    desk.hoursPass(24);
    await answerOf(desk.borrow(aki, v3));
  });
});
