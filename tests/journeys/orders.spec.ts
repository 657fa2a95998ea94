import { describe, expect, it } from 'vitest';
import { expectOrdersToAddUp } from '../support/aftermath-of-orders.ts';
import { backbones } from '../support/backbones.ts';
import { type Member, PASSWORD } from '../support/library.ts';
import { type SeenOrder, shopAt } from '../support/shop.ts';
import { endpointOf, withSystem } from '../support/system.ts';
import { copyOfAssembly, withSetting } from '../support/tampered-assembly.ts';

/** What becomes of an order, by its card and its postal code. */
const outcomes = [
  { cardNumber: '4242424242424242', postalCode: '150-0001', status: 'confirmed', payment: 'captured' },
  { cardNumber: '4000000000000119', postalCode: '150-0001', status: 'confirmed', payment: 'captured' },
  { cardNumber: '4000000000000341', postalCode: '150-0001', status: 'confirmed', payment: 'captured' },
  { cardNumber: '4000000000000002', postalCode: '150-0001', status: 'cancelled', reason: 'card-declined' },
  { cardNumber: '4000000000009995', postalCode: '150-0001', status: 'cancelled', reason: 'insufficient-funds' },
  { cardNumber: '4111111111111111', postalCode: '150-0001', status: 'cancelled', reason: 'card-declined' },
  { cardNumber: '4242424242424242', postalCode: '000-0000', status: 'cancelled', reason: 'invalid-address' },
  { cardNumber: '4242424242424242', postalCode: '999-9999', status: 'cancelled', reason: 'carrier-refused' },
  { cardNumber: '4000000000000341', postalCode: '999-9999', status: 'cancelled', reason: 'carrier-refused' },
  { cardNumber: '4000000000000259', postalCode: '150-0001', status: 'failed', reason: 'payment-timeout' },
] as const;

describe.each(backbones)('a member orders from the shop (backbone %s)', (backbone) => {
  const system = withSystem({
    backbone,
    assembly: async () => {
      const assembly = await copyOfAssembly(backbone);
      // A card that never answers is waited for by the clock on the wall.
      withSetting(assembly, 'PAYMENT_TIME_LIMIT_MS', '2000');
      return assembly;
    },
  });
  const opened = async (pieces: number) => {
    const { library, running } = system();
    const shop = shopAt(library);
    const productId = await shop.newProduct(await library.signIn('librarian'), { yen: 1_200, pieces });
    await library.settled();
    return { library, shop, productId, endpoint: await endpointOf(running.url) };
  };

  it('and every card and every address comes to its good end', async () => {
    const { library, shop, productId, endpoint } = await opened(100);
    const members: Member[] = [];
    for (const { cardNumber } of outcomes) members.push(await library.register(`Owner of ${cardNumber.slice(-4)}`));
    const told: { member: Member; order: SeenOrder }[] = await Promise.all(
      members.map(async (member, index) => {
        const wish = outcomes[index];
        const placed = await shop.place(member, { productId, quantity: 2, ...wish });
        expect(placed).toMatchObject({
          status: 202,
          body: { status: 'pending', total: { amount: 2_400, currency: 'JPY' }, items: [{ productId, quantity: 2 }] },
        });
        expect(placed.headers.get('location')).toBe(`/api/orders/${placed.body.orderId}`);
        return { member, order: await shop.ended(member, placed.body.orderId) };
      }),
    );
    await library.settled();
    for (const [index, { cardNumber, ...wish }] of outcomes.entries()) {
      const order = told[index]?.order;
      expect(order?.status, `${cardNumber} to ${wish.postalCode}`).toBe(wish.status);
      expect(order?.payment?.last4 ?? cardNumber.slice(-4)).toBe(cardNumber.slice(-4));
      if ('reason' in wish) expect(order?.saga.failureReason).toMatch(new RegExp(`^${wish.reason}`));
      else
        expect(order).toMatchObject({
          payment: { status: wish.payment },
          shipment: { trackingNumber: expect.stringMatching(/^TRK[0-9A-F]{8}$/) },
        });
    }
    await expectOrdersToAddUp({ library, shop, endpoint }, told, [{ productId, pieces: 100 }]);
  });

  it('and what is sold out is not sold: nothing was asked of bank or carrier', async () => {
    const { library, shop, productId, endpoint } = await opened(1);
    const member = await library.register();
    const { body } = await shop.place(member, { productId, quantity: 2 });
    const order = await shop.ended(member, body.orderId);
    expect(order).toMatchObject({
      status: 'cancelled',
      saga: { failureReason: expect.stringMatching(/^insufficient-stock/) },
    });
    await library.settled();
    await expectOrdersToAddUp({ library, shop, endpoint }, [{ member, order }], [{ productId, pieces: 1 }]);
  });

  it('and may have it back until it is shipped, on the day after it was confirmed', async () => {
    const { library, shop, productId, endpoint } = await opened(10);
    const [aki, ben] = [await library.register('Aki'), await library.register('Ben')];
    const [kept, unwanted] = [await shop.place(aki, { productId }), await shop.place(ben, { productId })];
    for (const [member, { body }] of [
      [aki, kept],
      [ben, unwanted],
    ] as const)
      expect(await shop.ended(member, body.orderId)).toMatchObject({ status: 'confirmed' });

    expect((await shop.cancel(ben, unwanted.body.orderId)).status).toBe(202);
    const cancelled = await shop.cancelled(ben, unwanted.body.orderId);
    expect(cancelled).toMatchObject({
      payment: { status: 'refunded', captured: { amount: 1_200 }, refunded: { amount: 1_200 } },
    });
    await library.settled();
    const order = await shop.ended(aki, kept.body.orderId);
    const told = [
      { member: aki, order },
      { member: ben, order: cancelled },
    ];
    await expectOrdersToAddUp({ library, shop, endpoint }, told, [{ productId, pieces: 10 }]);

    await library.advance('P1D');
    await library.settled();
    expect(await library.mailsTo(aki, 'order-shipped')).toHaveLength(1);
    expect(await library.mailsTo(ben, 'order-shipped')).toHaveLength(0);
    const tomorrow = { email: aki.email, password: PASSWORD };
    const { accessToken: token } = (await library.call('POST /api/auth/login', { body: tomorrow })).body;
    expect(await shop.cancel({ ...aki, token }, kept.body.orderId)).toMatchObject({
      status: 409,
      body: { code: 'too-late-to-cancel' },
    });
  });
});
