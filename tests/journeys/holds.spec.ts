import { describe, expect, it } from 'vitest';
import { backbones } from '../support/backbones.ts';
import { type Member, PASSWORD } from '../support/library.ts';
import { withSystem } from '../support/system.ts';

describe.each(backbones)('a volume that several want (backbone %s)', (backbone) => {
  const system = withSystem({ backbone });
  const again = async (member: Member): Promise<Member> => {
    const body = { email: member.email, password: PASSWORD };
    return { ...member, token: (await system().library.call('POST /api/auth/login', { body })).body.accessToken };
  };
  const holdsOf = async ({ token }: Member) => (await system().library.call('GET /api/me/holds', { token })).body.items;
  const wait = async ({ token }: Member, volumeId: string) => {
    const placed = await system().library.call('POST /api/holds', { token, body: { volumeId } });
    expect(placed.status).toBe(201);
  };
  /** Aki has the only copy; Mei and Ren wait. */
  const scene = async () => {
    const { library } = system();
    const librarian = await library.signIn('librarian');
    const { volumeId } = await library.newVolume(librarian, 1);
    const [aki, mei, ren] = [
      await library.register('Aki'),
      await library.register('Mei'),
      await library.register('Ren'),
    ];
    await library.settled();
    const { loanId } = (await library.borrow(aki, volumeId)).body;
    await wait(mei, volumeId);
    await wait(ren, volumeId);
    return { library, librarian, volumeId, aki, mei, ren, loanId };
  };

  it('is offered to the next when nobody came for it in three days, and told to each', async () => {
    const { library, aki, mei, ren, volumeId, loanId } = await scene();
    await library.call(`POST /api/loans/${loanId}/return`, { token: aki.token });
    await library.settled();
    expect(await library.mailsTo(mei, 'hold-ready')).toHaveLength(1);
    expect(await holdsOf(mei)).toMatchObject([{ status: 'ready' }]);

    await library.advance('P4D');
    await library.settled();
    const [meiLater, renLater] = [await again(mei), await again(ren)];
    expect(await holdsOf(meiLater)).toMatchObject([{ status: 'expired' }]);
    expect(await holdsOf(renLater)).toMatchObject([{ status: 'ready' }]);
    expect(await library.mailsTo(ren, 'hold-ready')).toHaveLength(1);
    expect(await library.borrow(meiLater, volumeId)).toMatchObject({ body: { code: 'no-copy-available' } });
    expect((await library.borrow(renLater, volumeId)).status).toBe(201);
  });

  it('goes to the next when the account of the first is deleted', async () => {
    const { library, aki, mei, ren, loanId } = await scene();
    await library.call(`POST /api/loans/${loanId}/return`, { token: aki.token });
    expect((await library.call('DELETE /api/me', { token: mei.token })).status).toBe(204);
    await library.settled();
    expect(await holdsOf(ren)).toMatchObject([{ status: 'ready' }]);
  });

  it('is waited for no longer when it is withdrawn', async () => {
    const { library, librarian, aki, mei, ren, loanId, volumeId } = await scene();
    const withdraw = () => library.call(`DELETE /api/volumes/${volumeId}`, { token: librarian.token });
    expect(await withdraw()).toMatchObject({ status: 409, body: { code: 'copies-on-loan' } });
    await library.call(`POST /api/loans/${loanId}/return`, { token: aki.token });
    expect((await withdraw()).status).toBe(204);
    await library.settled();
    for (const member of [mei, ren]) expect(await holdsOf(member)).toMatchObject([{ status: 'cancelled' }]);
    expect(await library.borrow(mei, volumeId)).toMatchObject({ status: 404, body: { code: 'volume-not-found' } });
  });

  it('is due by the renewed date, for the reminder and for the overdue notice, each told once', async () => {
    const { library } = system();
    const librarian = await library.signIn('librarian');
    const { volumeId } = await library.newVolume(librarian, 1);
    const aki = await library.register('Aki');
    await library.settled();
    const { loanId } = (await library.borrow(aki, volumeId)).body;
    expect((await library.call(`POST /api/loans/${loanId}/renew`, { token: aki.token })).status).toBe(200);
    const told = async () => {
      await library.settled();
      return [await library.mailsTo(aki, 'due-soon'), await library.mailsTo(aki, 'overdue')].map(
        (mails) => mails.length,
      );
    };
    await library.advance('P18D');
    expect(await told()).toEqual([0, 0]);
    await library.advance('P1D');
    expect(await told()).toEqual([1, 0]);
    await library.advance('P2D');
    expect(await told()).toEqual([1, 0]);
    await library.advance('P1D');
    expect(await told()).toEqual([1, 1]);
  });
});
