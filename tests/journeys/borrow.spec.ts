import { describe, expect, it } from 'vitest';
import { startSystem, withSystem } from '../support/system.ts';

describe.each(['kafka', 'eventbridge'] as const)('a member borrows a volume (backbone %s)', (backbone) => {
  const system = withSystem({ backbone });

  it('and inventory, records, ranking and notification follow on their own', async () => {
    const { library } = system();
    const librarian = await library.signIn('librarian');
    const { volumeId, seriesId, title } = await library.newVolume(librarian, 3);
    const aki = await library.register('Aki');
    await library.settled();
    expect((await library.call('GET /api/me/card', aki)).body).toMatchObject({ status: 'active' });

    const borrowed = await library.borrow(aki, volumeId);
    expect(borrowed).toMatchObject({
      status: 201,
      body: { memberId: aki.id, status: 'open', items: [{ volumeId, title }] },
    });
    const { loanId, borrowedOn, dueOn } = borrowed.body;
    expect(borrowed.headers.get('location')).toBe(`/api/loans/${loanId}`);
    expect(Date.parse(dueOn) - Date.parse(borrowedOn)).toBe(14 * 86_400_000);

    await library.settled();
    const availability = async () => (await library.call(`GET /api/volumes/${volumeId}/availability`)).body;
    expect(await availability()).toEqual({ volumeId, copies: 3, available: 2, onLoan: 1, onHold: 0, waiting: 0 });
    const records = (await library.call('GET /api/me/records', aki)).body;
    expect(records.items).toMatchObject([
      { loanId, borrowedOn, dueOn, returnedOn: null, items: [{ volumeId, title, number: 1 }] },
    ]);
    const ranking = (await library.call('GET /api/rankings/volumes?period=current-week&limit=100')).body;
    expect(ranking.items).toContainEqual(expect.objectContaining({ volumeId, seriesId, title, borrowCount: 1 }));
    expect((await library.mailsTo(aki)).map(({ kind }) => kind).toSorted()).toEqual(['borrowed', 'welcome']);
    const inbox = (await library.call('GET /api/me/notifications', aki)).body;
    expect(inbox).toMatchObject({ unreadCount: 2, items: [{ kind: 'borrowed' }, { kind: 'welcome' }] });

    const returned = await library.call(`POST /api/loans/${loanId}/return`, aki);
    expect(returned).toMatchObject({
      status: 200,
      body: { loanId, returnedOn: borrowedOn, daysLate: 0, lateFee: { amount: 0, currency: 'JPY' } },
    });
    expect(await library.call(`POST /api/loans/${loanId}/return`, aki)).toMatchObject({
      status: 409,
      body: { code: 'already-returned' },
    });
    await library.settled();
    expect(await availability()).toMatchObject({ available: 3, onLoan: 0 });
    expect((await library.call('GET /api/me/records?status=returned', aki)).body.items).toMatchObject([
      { loanId, returnedOn: borrowedOn },
    ]);
    expect(await library.mailsTo(aki, 'returned')).toHaveLength(1);
  });

  it('and a read with the consistency token of the answer already shows it', async () => {
    const { library } = system();
    const { volumeId } = await library.newVolume(await library.signIn('librarian'), 1);
    const aki = await library.register();
    await library.settled();
    const borrowed = await library.borrow(aki, volumeId);
    const headers = { 'x-consistency-token': borrowed.headers.get('x-consistency-token') ?? '' };
    const [loan, records, availability] = await Promise.all([
      library.call(`GET /api/loans/${borrowed.body.loanId}`, { ...aki, headers }),
      library.call('GET /api/me/records', { token: aki.token, headers }),
      library.call(`GET /api/volumes/${volumeId}/availability`, { headers }),
    ]);
    expect(loan).toMatchObject({ status: 200, body: { status: 'open' } });
    expect(records.body.items).toHaveLength(1);
    expect(availability.body).toMatchObject({ available: 0, onLoan: 1 });
  });

  it('when fifty ask for the last three copies at the same moment, three get one', async () => {
    const { library } = system();
    const { volumeId } = await library.newVolume(await library.signIn('librarian'), 3);
    const members = await Promise.all(Array.from({ length: 50 }, (_, index) => library.register(`Member ${index}`)));
    await library.settled();

    const answers = await Promise.all(members.map((member) => library.borrow(member, volumeId)));
    const winners = members.filter((_, index) => answers[index]?.status === 201);
    const refused = answers.filter(({ status, body }) => status === 409 && body.code === 'no-copy-available');
    expect([winners.length, refused.length]).toEqual([3, 47]);
    const copies = answers.flatMap(({ status, body }) => (status === 201 ? [body.items[0].copyId] : []));
    expect(new Set(copies).size).toBe(3);

    await library.settled();
    const { body } = await library.call(`GET /api/volumes/${volumeId}/availability`);
    expect(body).toMatchObject({ copies: 3, available: 0, onLoan: 3 });
    const ranking = (await library.call('GET /api/rankings/volumes?period=all-time&limit=100')).body;
    expect(ranking.items).toContainEqual(expect.objectContaining({ volumeId, borrowCount: 3 }));
    for (const [index, member] of members.entries()) {
      const expected = answers[index]?.status === 201 ? 1 : 0;
      expect((await library.call('GET /api/me/records', member)).body.items).toHaveLength(expected);
      expect(await library.mailsTo(member, 'borrowed')).toHaveLength(expected);
    }
  });
});

describe('a restart', () => {
  it('keeps everything: accounts, sessions, loans, read models, mails, and the keys that sign tokens', async () => {
    const first = await startSystem();
    const { library, dataDir } = first;
    const aki = await library.register();
    const { volumeId } = await library.newVolume(await library.signIn('librarian'), 2);
    await library.settled();
    const { body: loan } = await library.borrow(aki, volumeId);
    await library.settled();
    await first.running.stop();

    const second = await startSystem({ dataDir });
    try {
      const again = second.library;
      expect((await again.call(`GET /api/loans/${loan.loanId}`, aki)).body).toMatchObject({ status: 'open' });
      expect((await again.call('GET /api/me/records', aki)).body.items).toHaveLength(1);
      expect(await again.mailsTo(aki)).toHaveLength(2);
      const refreshed = await again.call('POST /api/auth/refresh', { headers: { cookie: aki.cookie } });
      expect(refreshed.status).toBe(200);
      expect((await again.call(`POST /api/loans/${loan.loanId}/return`, aki)).status).toBe(200);
      await again.settled();
      expect((await again.call(`GET /api/volumes/${volumeId}/availability`)).body).toMatchObject({ available: 2 });
      expect(await again.mailsTo(aki, 'borrowed')).toHaveLength(1);
    } finally {
      await second.running.stop();
    }
  });
});
