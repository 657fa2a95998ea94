import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backbones } from '../support/backbones.ts';
import type { Member } from '../support/library.ts';
import { programFor } from '../support/program.ts';
import { eventually } from '../support/system.ts';
import { type EmulatedSystem, emulatedSystem } from './emulated-system.ts';

const python = programFor('test:emulator', 'python3');
/** The emulator is slow to start functions, and tells nobody when it has settled. */
const PATIENCE_SECONDS = 60;

describe.runIf(python).each(backbones)('deployed into an emulator (backbone %s)', (backbone) => {
  let system: EmulatedSystem;
  beforeAll(async () => {
    system = await emulatedSystem(python ?? '', backbone);
  }, 300_000);
  afterAll(() => system?.discard());

  const eventuallyReads = (member: Member, route: string, isSo: (body: Record<string, unknown>) => boolean) =>
    eventually(async () => {
      const { status, body } = await system.library.call(route, member);
      return status === 200 && isSo(body) ? body : undefined;
    }, PATIENCE_SECONDS);

  it('a member borrows a volume and brings it back, and everything that follows events follows', async () => {
    const { library, emulator } = system;
    const { volumeId, title } = await library.newVolume(await library.signIn('librarian'), 3);
    const aki = await library.register('Aki');
    await eventuallyReads(aki, 'GET /api/me/card', ({ status }) => status === 'active');

    const borrowed = await library.insist('POST /api/loans', { ...aki, body: { items: [{ volumeId }] } });
    expect(borrowed).toMatchObject({ status: 201, body: { status: 'open', items: [{ volumeId, title }] } });
    const { loanId } = borrowed.body;
    await eventuallyReads(aki, `GET /api/volumes/${volumeId}/availability`, ({ onLoan }) => onLoan === 1);
    await eventuallyReads(
      aki,
      'GET /api/me/records',
      ({ items }) => Array.isArray(items) && items[0]?.loanId === loanId,
    );
    await eventuallyReads(
      aki,
      'GET /api/rankings/volumes?period=all-time',
      ({ items }) => Array.isArray(items) && items.some((item) => item.volumeId === volumeId && item.borrowCount === 1),
    );
    await eventuallyReads(aki, 'GET /api/me/notifications', ({ unreadCount }) => unreadCount === 2);
    await eventually(async () => (await emulator.mailsTo(aki.email)).length === 2 || undefined, PATIENCE_SECONDS);

    expect((await library.call(`POST /api/loans/${loanId}/return`, aki)).status).toBe(200);
    await eventuallyReads(aki, `GET /api/volumes/${volumeId}/availability`, ({ available }) => available === 3);
    await eventuallyReads(aki, 'GET /api/search?q=月の図書館', ({ total }) => Number(total) >= 2);
  });
});
