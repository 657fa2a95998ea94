import { describe, expect, it } from 'vitest';
import { backbones } from '../support/backbones.ts';
import { withSystem } from '../support/system.ts';
import { found } from '../support/words-in-files.ts';

describe.each(backbones)('a member who leaves (backbone %s)', (backbone) => {
  const system = withSystem({ backbone });

  it('is refused while something is on loan, then forgotten everywhere: not one file knows the name or the address', async () => {
    const { library, dataDir } = system();
    const { volumeId } = await library.newVolume(await library.signIn('librarian'), 1);
    const name = 'Zuleika Quetzalcoatl';
    const member = await library.register(name);
    const newName = 'Xochitl Vanderquist';
    const key = { 'idempotency-key': 'rename' };
    const renamed = await library.call('PATCH /api/me', { ...member, body: { name: newName }, headers: key });
    expect(renamed).toMatchObject({ status: 200, body: { name: newName } });
    const { body: loan } = await library.borrow(member, volumeId);
    await library.settled();
    expect(await library.mailsTo(member, 'borrowed')).toHaveLength(1);
    expect(found(dataDir, [member.email])).not.toEqual([]);

    const refused = await library.call('DELETE /api/me', member);
    expect(refused).toMatchObject({ status: 409, body: { code: 'open-loans' } });
    expect((await library.call(`POST /api/loans/${loan.loanId}/return`, member)).status).toBe(200);
    await library.settled();
    expect((await library.call('DELETE /api/me', member)).status).toBe(204);
    for (const route of ['GET /api/me', 'GET /api/me/records', 'DELETE /api/me'])
      expect((await library.call(route, member)).status).toBe(401);
    expect((await library.borrow(member, volumeId)).status).toBe(401);
    await library.settled();

    expect(found(dataDir, [name, newName, member.email])).toEqual([]);
    expect(await library.mailsTo(member)).toEqual([]);
    // The address is free, and whoever takes it is somebody else.
    const next = await library.call('POST /api/auth/register', {
      body: { name: 'Somebody Else', email: member.email, password: 'a long enough password' },
    });
    expect(next.status).toBe(201);
  });
});
