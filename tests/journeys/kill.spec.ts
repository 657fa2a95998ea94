import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KillableSystem, killableSystem } from '../support/killable-system.ts';
import type { Member } from '../support/library.ts';
import { eventually } from '../support/system.ts';

describe('kill -9 in the middle of borrowing', () => {
  let system: KillableSystem;
  beforeAll(async () => {
    system = await killableSystem();
    await system.start();
  });
  afterAll(() => system.discard());

  it('loses nothing that was acknowledged and doubles nothing', async () => {
    const { library } = system;
    const { volumeId } = await library.newVolume(await library.signIn('librarian'), 100);
    const members: Member[] = [];
    for (let index = 0; index < 30; index++) members.push(await library.register(`Member ${index}`));
    await library.settled();

    // The answers of some of these will never come.
    const asked = members.map((member) => library.borrow(member, volumeId).catch(() => undefined));
    await eventually(async () =>
      (await Promise.race([asked[5], asked[9], asked[13]]))?.status === 201 ? true : undefined,
    );
    await system.kill();
    const answers = await Promise.all(asked);
    await system.start();
    await library.settled();

    let lent = 0;
    for (const [index, member] of members.entries()) {
      const { items } = (await library.call('GET /api/me/records', member)).body;
      if (answers[index]?.status === 201)
        expect(items.map(({ loanId }: { loanId: string }) => loanId)).toEqual([answers[index].body.loanId]);
      expect(items.length).toBeLessThanOrEqual(1);
      expect(await library.mailsTo(member, 'borrowed')).toHaveLength(items.length);
      lent += items.length;
    }
    expect((await library.call(`GET /api/volumes/${volumeId}/availability`)).body).toMatchObject({
      copies: 100,
      onLoan: lent,
      available: 100 - lent,
    });
    const ranking = (await library.call('GET /api/rankings/volumes?period=all-time&limit=1')).body;
    expect(ranking.items[0]).toMatchObject({ volumeId, borrowCount: lent });
  }, 240_000);
});
