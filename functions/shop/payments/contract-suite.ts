import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { OrderId } from '../../../events/ids.ts';
import { yen } from '../../../events/money.ts';
import type { GivenCard, PaymentGateway, PaymentMethod } from './port.ts';

const amount = yen(4_500);
const newOrder = () => OrderId.parse(uuid());

/** The method of a card that the gateway takes. */
export const takenMethod = async (gateway: PaymentGateway, card: GivenCard): Promise<PaymentMethod> => {
  const answer = await gateway.methodFor(card);
  if (answer.outcome === 'not-taken') throw new Error(answer.reason);
  return answer;
};

/** Every gateway signs this. */
export const paymentGatewayContract = (adapter: string, open: () => Promise<PaymentGateway>): void => {
  /** A gateway, an order, and the method of a card. */
  const given = async (card: GivenCard = { cardNumber: '4242424242424242' }) => {
    const gateway = await open();
    return { gateway, orderId: newOrder(), ...(await takenMethod(gateway, card)) };
  };
  const authorized = async () => {
    const { gateway, orderId, method } = await given();
    await gateway.authorize({ orderId, method, amount });
    return { gateway, orderId, method };
  };
  const captured = async () => {
    const { gateway, orderId, method } = await authorized();
    await gateway.capture({ orderId, amount });
    return { gateway, orderId, method };
  };

  describe(`${adapter} keeps the payment gateway contract`, () => {
    it('keeps four digits of a card', async () => {
      const { method, last4 } = await given();
      expect(last4).toBe('4242');
      expect(method).not.toContain('42424242');
    });

    it('takes the method that its form made of a card, and pays with it', async () => {
      const { gateway, orderId, method, last4 } = await given({ paymentMethodId: 'pm_card_visa' });
      expect(last4).toBe('4242');
      expect(await gateway.authorize({ orderId, method, amount })).toMatchObject({ outcome: 'authorized' });
    });

    it('does not take a method that nobody made', async () => {
      const gateway = await open();
      expect(await gateway.methodFor({ paymentMethodId: 'pm_nobody_made_this' })).toEqual({
        outcome: 'not-taken',
        reason: 'payment-method-unknown',
      });
    });

    it('promises money once, however often it is asked', async () => {
      const { gateway, orderId, method } = await given();
      const first = await gateway.authorize({ orderId, method, amount });
      expect(first).toEqual({ outcome: 'authorized', authorizationId: expect.stringMatching(/./) });
      expect(await gateway.authorize({ orderId, method, amount })).toEqual(first);
      expect(await gateway.lookUp(orderId)).toMatchObject({
        status: 'authorized',
        captured: yen(0),
        refunded: yen(0),
      });
    });

    it('gives one answer to two who ask at once', async () => {
      const { gateway, orderId, method } = await given();
      const [one, other] = await Promise.all([
        gateway.authorize({ orderId, method, amount }),
        gateway.authorize({ orderId, method, amount }),
      ]);
      expect(one).toEqual(other);
    });

    it.each([
      ['4000000000000002', 'card-declined'],
      ['4000000000009995', 'insufficient-funds'],
      ['4111111111111111', 'card-declined'],
    ])('declines the card %s for %s, and again', async (card, reason) => {
      const { gateway, orderId, method } = await given({ cardNumber: card });
      for (const _ of [1, 2])
        expect(await gateway.authorize({ orderId, method, amount })).toEqual({ outcome: 'declined', reason });
      expect(await gateway.lookUp(orderId)).toMatchObject({ status: 'declined', reason, captured: yen(0) });
    });

    it('moves all of what was promised, once', async () => {
      const { gateway, orderId } = await captured();
      await gateway.capture({ orderId, amount });
      expect(await gateway.lookUp(orderId)).toMatchObject({
        status: 'captured',
        captured: amount,
        refunded: yen(0),
      });
    });

    it('gives all of it back, once', async () => {
      const { gateway, orderId } = await captured();
      for (const _ of [1, 2]) await gateway.refund({ orderId, amount });
      expect(await gateway.lookUp(orderId)).toMatchObject({
        status: 'refunded',
        captured: amount,
        refunded: amount,
      });
    });

    it('lets go of what was promised, and promises it never again', async () => {
      const { gateway, orderId, method } = await authorized();
      for (const _ of [1, 2]) await gateway.void({ orderId });
      expect(await gateway.lookUp(orderId)).toMatchObject({ status: 'voided', captured: yen(0) });
      expect(await gateway.authorize({ orderId, method, amount })).toMatchObject({ outcome: 'declined' });
      await expect(gateway.capture({ orderId, amount })).rejects.toMatchObject({ name: 'PaymentConflict' });
    });

    it('never takes a payment that was voided before it was asked for', async () => {
      const { gateway, orderId, method } = await given();
      await gateway.void({ orderId });
      expect(await gateway.authorize({ orderId, method, amount })).toMatchObject({ outcome: 'declined' });
      expect(await gateway.lookUp(orderId)).toMatchObject({ status: 'voided' });
    });

    it('keeps captured money when it is asked to let go, and a decline declined', async () => {
      const { gateway, orderId } = await captured();
      await gateway.void({ orderId });
      expect(await gateway.lookUp(orderId)).toMatchObject({ status: 'captured', captured: amount });
      const refused = await given({ cardNumber: '4000000000000002' });
      await refused.gateway.authorize({ orderId: refused.orderId, method: refused.method, amount });
      await refused.gateway.void({ orderId: refused.orderId });
      expect(await refused.gateway.lookUp(refused.orderId)).toMatchObject({ status: 'declined' });
    });

    it('moves nothing that was not promised, and gives nothing back that did not move', async () => {
      const { gateway, orderId } = await given();
      await expect(gateway.capture({ orderId, amount })).rejects.toMatchObject({ name: 'PaymentConflict' });
      await expect(gateway.refund({ orderId, amount })).rejects.toMatchObject({ name: 'PaymentConflict' });
      const held = await authorized();
      await expect(held.gateway.refund({ orderId: held.orderId, amount })).rejects.toMatchObject({
        name: 'PaymentConflict',
      });
    });

    it('refuses another amount than the one it knows', async () => {
      const { gateway, orderId, method } = await authorized();
      const conflict = { name: 'PaymentConflict' };
      await expect(gateway.authorize({ orderId, method, amount: yen(1) })).rejects.toMatchObject(conflict);
      await expect(gateway.capture({ orderId, amount: yen(4_501) })).rejects.toMatchObject(conflict);
      await gateway.capture({ orderId, amount });
      await expect(gateway.refund({ orderId, amount: yen(4_499) })).rejects.toMatchObject(conflict);
      expect(await gateway.lookUp(orderId)).toMatchObject({ captured: amount, refunded: yen(0) });
    });

    it('has not heard of an order nobody asked money for', async () => {
      const { gateway, orderId } = await given();
      expect(await gateway.lookUp(orderId)).toBeUndefined();
    });
  });
};
