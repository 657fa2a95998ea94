import { describe, expect, it } from 'vitest';
import { backbones } from '../support/backbones.ts';
import { withSystem } from '../support/system.ts';

describe.each(backbones)('an overdue loan (backbone %s)', (backbone) => {
  const system = withSystem({ backbone });

  it('is told once, blocks borrowing, and costs 500 yen for each late open day', async () => {
    const { library } = system();
    // A Thursday, noon in Tokyo: due on Thursday 2027-05-20.
    await library.setClock('2027-05-06T03:00:00Z');
    const librarian = await library.signIn('librarian');
    const lent = await library.newVolume(librarian, 1);
    const other = await library.newVolume(librarian, 1);
    const aki = await library.register();
    await library.settled();
    const { body: loan } = await library.borrow(aki, lent.volumeId);
    expect(loan).toMatchObject({ borrowedOn: '2027-05-06', dueOn: '2027-05-20' });
    const tokenOn = async () =>
      (await library.call('POST /api/auth/login', { body: { email: aki.email, password: 'a long enough password' } }))
        .body.accessToken as string;

    await library.advance('P14D');
    await library.settled();
    const dueDay = { ...aki, token: await tokenOn() };
    expect(await library.mailsTo(aki, 'overdue')).toHaveLength(0);
    expect((await library.call(`GET /api/loans/${loan.loanId}`, dueDay)).body.status).toBe('open');

    await library.advance('P1D');
    await library.settled();
    const late = { ...aki, token: await tokenOn() };
    expect(await library.mailsTo(aki, 'overdue')).toHaveLength(1);
    expect((await library.call(`GET /api/loans/${loan.loanId}`, late)).body.status).toBe('overdue');
    expect((await library.call('GET /api/me/records?status=overdue', late)).body.items).toHaveLength(1);
    expect((await library.call('GET /api/me/records?status=open', late)).body.items).toHaveLength(0);
    expect(await library.borrow(late, other.volumeId)).toMatchObject({ status: 409, body: { code: 'overdue-loan' } });

    // Five more days, to Wednesday: Friday, Saturday, Tuesday and Wednesday are charged, Sunday and Monday are not.
    await library.advance('P5D');
    await library.settled();
    const wednesday = { ...aki, token: await tokenOn() };
    const returned = await library.call(`POST /api/loans/${loan.loanId}/return`, wednesday);
    expect(returned.body).toEqual({
      loanId: loan.loanId,
      returnedOn: '2027-05-26',
      daysLate: 6,
      lateFee: { amount: 2000, currency: 'JPY' },
    });
    await library.settled();
    expect(await library.mailsTo(aki, 'overdue')).toHaveLength(1);
    expect((await library.borrow(wednesday, other.volumeId)).status).toBe(201);
  });
});
