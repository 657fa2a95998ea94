import { describe, expect, it } from 'vitest';
import { type Member, PASSWORD } from '../../support/library.ts';
import { FOUND, PAYS, shopAt } from '../../support/shop.ts';
import type { Stage } from '../stage.ts';

const PLACE = 'POST /api/orders';
const CANCEL = 'POST /api/orders/{orderId}/cancel';
const NOBODY = '0198c0de-0000-7000-8000-000000000000';

const payment = { cardNumber: PAYS };
const shippingAddress = { name: 'Aki', postalCode: FOUND, country: 'JP', line1: '1-2-3 Jingumae' };

export const orderScenes = (stage: Stage) =>
  describe('orders over HTTP', () => {
    const scene = async (pieces = 20) => {
      const shop = shopAt(stage.library);
      const librarian = await stage.library.signIn('librarian');
      const [aki, mei] = [await stage.library.register('Aki'), await stage.library.register('Mei')];
      const productId = await shop.newProduct(librarian, { yen: 900, pieces });
      await stage.library.settled();
      const place = (body: unknown, status: number, code?: string) =>
        stage.call(PLACE, { as: 'member', token: aki.token, body }, status, code);
      const cancel = (
        as: 'owner' | 'another member' | 'librarian',
        { token }: Member,
        orderId: string,
        status: number,
        code?: string,
        body: unknown = {},
      ) => stage.call(CANCEL, { as, token, params: { orderId }, body }, status, code);
      return { shop, librarian, aki, mei, productId, place, cancel };
    };
    let anyScene: ReturnType<typeof scene> | undefined;
    /** For what is refused before anything happens. */
    const sharedScene = () => {
      anyScene ??= scene();
      return anyScene;
    };

    it('given two products, when they are ordered, then the order is pending, at the prices of the price list', async () => {
      const { shop, librarian, aki, productId, place } = await scene();
      const other = await shop.newProduct(librarian, { yen: 150, pieces: 5 });
      await stage.library.settled();
      const items = [
        { productId, quantity: 2 },
        { productId: other, quantity: 1 },
      ];
      const { body, headers } = await place({ items, payment, shippingAddress }, 202);
      expect(body).toMatchObject({ status: 'pending', total: { amount: 1_950, currency: 'JPY' }, items });
      expect(headers.get('location')).toBe(`/api/orders/${body.orderId}`);
      expect(await shop.ended(aki, body.orderId)).toMatchObject({ status: 'confirmed' });
    });

    it('given a method that the form of a gateway made of a card, when it pays, then the order is confirmed', async () => {
      const { shop, aki, productId, place } = await scene();
      const items = [{ productId, quantity: 1 }];
      const { body } = await place({ items, payment: { paymentMethodId: 'pm_card_visa' }, shippingAddress }, 202);
      expect(await shop.ended(aki, body.orderId)).toMatchObject({ status: 'confirmed', payment: { last4: '4242' } });
    });

    it.each([
      ['no line', { items: [] }, 'items'],
      ['a product on two lines', { repeated: 2 }, 'items.1.productId'],
      ['no piece', { quantity: 0 }, 'items.0.quantity'],
      ['101 pieces', { quantity: 101 }, 'items.0.quantity'],
      ['-1 pieces', { quantity: -1 }, 'items.0.quantity'],
      ['a piece and a half', { quantity: 1.5 }, 'items.0.quantity'],
      ['pieces in words', { quantity: '1' }, 'items.0.quantity'],
      ['1e9 pieces', { quantity: 1e9 }, 'items.0.quantity'],
      ['a price', { line: { price: 1 } }, 'items.0.price'],
      ['a currency', { line: { currency: 'USD' } }, 'items.0.currency'],
      ['a name', { line: { name: 'cheap' } }, 'items.0.name'],
      ['a total', { more: { total: { amount: 1, currency: 'JPY' } } }, 'total'],
      ['a card of 11 digits', { cardNumber: '42424242424' }, 'payment.cardNumber'],
      ['a card of 20 digits', { cardNumber: '4'.repeat(20) }, 'payment.cardNumber'],
      ['a card of letters', { cardNumber: '4242-4242-4242-4242' }, 'payment.cardNumber'],
      ['no card', { pays: {} }, 'payment.cardNumber'],
      ['a card and a method', { pays: { ...payment, paymentMethodId: 'pm_card_visa' } }, 'payment.paymentMethodId'],
      ['something that is no method', { pays: { paymentMethodId: '../pm_1' } }, 'payment.paymentMethodId'],
      ['a method nobody made', { pays: { paymentMethodId: 'pm_nobody_made_this' } }, 'payment.paymentMethodId'],
      ['a blank name', { address: { name: ' ' } }, 'shippingAddress.name'],
      ['no postal code', { address: { postalCode: undefined } }, 'shippingAddress.postalCode'],
      ['a city of its own', { address: { city: 'Tokyo' } }, 'shippingAddress.city'],
    ])('given %s, when it is ordered, then it is refused and the field is named', async (_, wish, path) => {
      const { productId, place } = await sharedScene();
      const {
        items,
        repeated = 1,
        quantity = 1,
        line,
        more,
        cardNumber = PAYS,
        pays = { cardNumber },
        address,
      } = wish as {
        items?: [];
        repeated?: number;
        quantity?: unknown;
        line?: object;
        more?: object;
        cardNumber?: string;
        pays?: object;
        address?: object;
      };
      const body = {
        items: items ?? Array.from({ length: repeated }, () => ({ productId, quantity, ...line })),
        payment: pays,
        shippingAddress: { ...shippingAddress, ...address },
        ...more,
      };
      const { body: problem } = await place(body, 400, 'invalid-request');
      expect(problem.errors.map((error: { path: string }) => error.path)).toContain(path);
      expect(JSON.stringify(problem)).not.toContain(cardNumber);
    });

    it('given a product nobody sells, when it is ordered, then there is none', async () => {
      const { librarian, productId, place } = await scene();
      const unknown = { items: [{ productId: NOBODY, quantity: 1 }], payment, shippingAddress };
      await place(unknown, 404, 'product-not-found');
      const body = { active: false };
      await stage.library.call(`PATCH /api/products/${productId}`, { token: librarian.token, body });
      await place({ ...unknown, items: [{ productId, quantity: 1 }] }, 404, 'product-not-found');
    });

    it.each([
      ['4000000000000002', FOUND, 'card-declined'],
      ['4000000000009995', FOUND, 'insufficient-funds'],
      ['4111111111111111', FOUND, 'card-declined'],
      [PAYS, '000-0000', 'invalid-address'],
      [PAYS, '999-9999', 'carrier-refused'],
    ])('given the card %s and the postal code %s, when it is ordered, then the order ends cancelled: %s', async (cardNumber, postalCode, reason) => {
      const { shop, aki, productId } = await scene();
      const placed = await shop.place(aki, { productId, cardNumber, postalCode });
      const order = await shop.ended(aki, placed.body.orderId);
      expect([order.status, order.saga.failureReason?.split(/[^a-z-]/)[0]]).toEqual(['cancelled', reason]);
      await stage.library.settled();
      expect(await shop.stockOf(productId)).toBe(20);
    });

    it.each([
      '4000000000000119',
      '4000000000000341',
    ])('given the card %s, when it is ordered, then it is paid, once', async (cardNumber) => {
      const { shop, aki, productId } = await scene();
      const placed = await shop.place(aki, { productId, cardNumber });
      expect(await shop.ended(aki, placed.body.orderId)).toMatchObject({
        status: 'confirmed',
        payment: { status: 'captured', captured: { amount: 900 } },
      });
    });

    it('given one key, when an order is placed twice, then there is one order', async () => {
      const { aki, productId } = await scene();
      const headers = { 'idempotency-key': `order ${productId}` };
      const body = { items: [{ productId, quantity: 1 }], payment, shippingAddress };
      const place = (sent: object, status: number, code?: string) =>
        stage.call(PLACE, { as: 'member', token: aki.token, headers, body: { ...body, ...sent } }, status, code);
      const [first, again] = [await place({}, 202), await place({}, 202)];
      expect(again.body).toEqual(first.body);
      expect(again.headers.get('idempotent-replayed')).toBe('true');
      await place({ payment: { cardNumber: '4000000000000002' } }, 422, 'idempotency-key-reused');
    });

    it('given an order of one’s own, when it is called off, once or again, then it ends cancelled and everything is given back', async () => {
      const { shop, aki, productId, cancel } = await scene();
      const { body } = await shop.place(aki, { productId, quantity: 3 });
      await cancel('owner', aki, body.orderId, 202, undefined, { reason: 'changed my mind' });
      await cancel('owner', aki, body.orderId, 202);
      await shop.cancelled(aki, body.orderId);
      await stage.library.settled();
      expect(await shop.stockOf(productId)).toBe(20);
      expect((await cancel('owner', aki, body.orderId, 202)).body).toMatchObject({ status: 'cancelled' });
    });

    it('given a confirmed order, when a librarian calls it off, then the money goes back', async () => {
      const { shop, librarian, aki, productId, cancel } = await scene();
      const { orderId } = (await shop.place(aki, { productId })).body;
      await shop.ended(aki, orderId);
      await cancel('librarian', librarian, orderId, 202);
      expect(await shop.cancelled(aki, orderId)).toMatchObject({
        payment: { status: 'refunded', captured: { amount: 900 }, refunded: { amount: 900 } },
      });
    });

    it('given somebody else’s order, or none, when it is called off, then it is refused', async () => {
      const { shop, aki, mei, productId, cancel } = await scene();
      const { orderId } = (await shop.place(aki, { productId })).body;
      await cancel('another member', mei, orderId, 403, 'forbidden');
      await cancel('owner', aki, NOBODY, 404, 'not-found');
      const { body } = await cancel('owner', aki, orderId, 400, 'invalid-request', { reason: '' });
      expect(body.errors).toMatchObject([{ path: 'reason' }]);
    });

    it('given an order that was shipped, when it is called off, then it is too late', async () => {
      const { shop, aki, productId, cancel } = await scene();
      const { orderId } = (await shop.place(aki, { productId })).body;
      await shop.ended(aki, orderId);
      await stage.library.advance('P1D');
      await stage.library.settled();
      const signIn = { email: aki.email, password: PASSWORD };
      const { accessToken } = (await stage.library.call('POST /api/auth/login', { body: signIn })).body;
      await cancel('owner', { ...aki, token: accessToken }, orderId, 409, 'too-late-to-cancel');
      expect(await stage.library.mailsTo(aki, 'order-shipped')).toHaveLength(1);
    });
  });
