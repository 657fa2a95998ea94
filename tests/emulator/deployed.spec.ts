import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT } from '../../scripts/emulator/target.ts';
import { expectOneStory } from '../support/aftermath-of-orders.ts';
import { backbones } from '../support/backbones.ts';
import type { Member } from '../support/library.ts';
import { outsideBooks } from '../support/outside-books.ts';
import { programFor } from '../support/program.ts';
import { shopAt } from '../support/shop.ts';
import { eventually } from '../support/system.ts';
import { type EmulatedSystem, emulatedSystem } from './emulated-system.ts';
import { leftIn } from './left-in.ts';

const python = programFor('test:emulator', 'python3');
/** The emulator is slow to start functions, and tells nobody when it has settled. */
const PATIENCE_SECONDS = 60;
const DECLINED = '4000000000000002';

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
  const eventuallyMailed = (member: Member, subject: string) =>
    eventually(
      async () => (await system.emulator.mailsTo(member.email)).includes(subject) || undefined,
      PATIENCE_SECONDS,
    );
  const stopSaga = (orderId: string) =>
    eventually(() => {
      const { endpoint, region } = system.target;
      const executionArn = `arn:aws:states:${region}:${ACCOUNT}:execution:bunko-emulator-order-saga:${orderId}`;
      const client = new SFNClient({ endpoint, region, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
      return client.send(new StopExecutionCommand({ executionArn })).catch((error: Error) => {
        if (error.name === 'ExecutionDoesNotExist') return undefined;
        throw error;
      });
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

  it('a member orders from the shop: what is paid comes to its end, what is declined is given back, what is stopped calls a person', async () => {
    const { library, emulator } = system;
    const shop = shopAt(library);
    const productId = await shop.newProduct(await library.signIn('librarian'), { yen: 1_200, pieces: 10 });
    const [aki, ben, chie] = [await library.register('Aki'), await library.register('Ben'), await library.register()];
    const paid = await shop.insistOn(aki, { productId, quantity: 2 });
    const declined = await shop.insistOn(ben, { productId, quantity: 3, cardNumber: DECLINED });

    const confirmed = await shop.ended(aki, paid.body.orderId);
    expect(confirmed).toMatchObject({
      status: 'confirmed',
      payment: { status: 'captured', captured: { amount: 2_400 } },
      shipment: { trackingNumber: expect.stringMatching(/^TRK[0-9A-F]{8}$/) },
      saga: { status: 'succeeded' },
    });
    const cancelled = await shop.ended(ben, declined.body.orderId);
    expect(cancelled).toMatchObject({ status: 'cancelled', saga: { failureReason: 'card-declined' } });
    await eventuallyReads(aki, `GET /api/products/${productId}`, ({ stock }) => stock === 8);
    const books = await outsideBooks(emulator.endpoint, 'emulator');
    for (const [member, order] of [
      [aki, confirmed],
      [ben, cancelled],
    ] as const)
      expectOneStory({ member, order }, books);
    await eventuallyMailed(aki, 'Your order is confirmed');
    await eventuallyMailed(ben, 'Your order is cancelled');

    const stopped = await shop.insistOn(chie, { productId });
    await stopSaga(stopped.body.orderId);
    expect(await shop.ended(chie, stopped.body.orderId)).toMatchObject({ status: 'needs-attention' });
  });

  it('and is taken down by the CDK CLI, and nothing of it is left', async () => {
    const before = await leftIn(system.target);
    for (const [kind, names] of Object.entries(before)) expect(names, `${kind} before`).not.toEqual([]);
    await system.destroy();
    const after = await leftIn(system.target);
    for (const [kind, names] of Object.entries(after)) expect(names, `${kind} left`).toEqual([]);
  });
});
