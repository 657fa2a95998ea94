import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { OrderId } from '../../../events/ids.ts';
import type { Carrier, CarrierAnswer } from './port.ts';

/** Asked for at eight in the morning in Tokyo. */
const now = new Date('2026-05-11T23:00:00Z');
const nextDay = new Date('2026-05-12T15:00:00Z');

/** A carrier, and what it has answered so far; `answers` waits for nothing that was not asked. */
export interface OpenCarrier {
  carrier: Carrier;
  answers: () => Promise<readonly CarrierAnswer[]>;
}

/** Every carrier signs this. */
export const carrierContract = (adapter: string, open: () => Promise<OpenCarrier>): void => {
  const given = async (postalCode = '150-0001', pieces = 1) => {
    const { carrier, answers } = await open();
    const orderId = OrderId.parse(uuid());
    const address = { name: 'Aki', postalCode, country: 'JP', line1: '1-2-3 Jingumae' };
    const arrange = (replyTo = 'token') => carrier.arrange({ orderId, pieces, address, replyTo, now });
    return { carrier, orderId, arrange, answers };
  };

  describe(`${adapter} keeps the carrier contract`, () => {
    it('answers with who comes, where to follow the parcel and when it arrives', async () => {
      const { carrier, orderId, arrange, answers } = await given();
      await arrange();
      const shipment = {
        carrier: expect.stringMatching(/./),
        trackingNumber: expect.stringMatching(/^TRK[0-9A-F]{8}$/),
        estimatedOn: '2026-05-15',
      };
      expect(await answers()).toEqual([{ orderId, replyTo: 'token', outcome: 'arranged', shipment }]);
      expect(await carrier.lookUp(orderId, now)).toEqual({ status: 'arranged', shipment });
    });

    it.each([
      [5, '2026-05-15'],
      [6, '2026-05-17'],
    ])('takes %i pieces until %s', async (pieces, estimatedOn) => {
      const { arrange, answers } = await given('150-0001', pieces);
      await arrange();
      expect(await answers()).toMatchObject([{ shipment: { estimatedOn } }]);
    });

    it('answers each who asks again with the same parcel', async () => {
      const { arrange, answers } = await given();
      await arrange('one');
      await arrange('two');
      const [first, second] = await answers();
      expect([first?.replyTo, second?.replyTo]).toEqual(['one', 'two']);
      expect(second).toEqual({ ...first, replyTo: 'two' });
    });

    it('refuses an address that does not exist', async () => {
      const { carrier, orderId, arrange, answers } = await given('000-0000');
      await arrange();
      expect(await answers()).toEqual([{ orderId, replyTo: 'token', outcome: 'refused', reason: 'invalid-address' }]);
      expect(await carrier.lookUp(orderId, now)).toEqual({ status: 'refused', reason: 'invalid-address' });
    });

    it('comes for a confirmed parcel on the next day in Tokyo, not before', async () => {
      const { carrier, orderId, arrange } = await given();
      await arrange();
      for (const _ of [1, 2]) expect(await carrier.confirm({ orderId })).toEqual({ outcome: 'confirmed' });
      expect(await carrier.lookUp(orderId, new Date('2026-05-12T14:59:59Z'))).toMatchObject({ status: 'confirmed' });
      expect(await carrier.lookUp(orderId, nextDay)).toMatchObject({ status: 'picked-up' });
    });

    it('never comes for a parcel nobody confirmed', async () => {
      const { carrier, orderId, arrange } = await given();
      await arrange();
      expect(await carrier.lookUp(orderId, nextDay)).toMatchObject({ status: 'arranged' });
    });

    it('refuses a parcel out of its reach only when it is to be picked up, and then for good', async () => {
      const { carrier, orderId, arrange, answers } = await given('999-9999');
      await arrange();
      expect(await answers()).toMatchObject([{ outcome: 'arranged' }]);
      const refusal = { outcome: 'refused', reason: 'carrier-refused' };
      for (const _ of [1, 2]) expect(await carrier.confirm({ orderId })).toEqual(refusal);
      expect(await carrier.lookUp(orderId, nextDay)).toEqual({ status: 'refused', reason: 'carrier-refused' });
    });

    it.each(['arranged', 'confirmed'])('lets go of a parcel that is %s', async (status) => {
      const { carrier, orderId, arrange } = await given();
      await arrange();
      if (status === 'confirmed') await carrier.confirm({ orderId });
      for (const _ of [1, 2]) expect(await carrier.cancel({ orderId })).toEqual({ outcome: 'cancelled' });
      expect(await carrier.lookUp(orderId, nextDay)).toEqual({ status: 'cancelled' });
      expect(await carrier.confirm({ orderId })).toMatchObject({ outcome: 'refused' });
    });

    it('never takes a parcel that was cancelled before its request arrived', async () => {
      const { carrier, orderId, arrange, answers } = await given();
      await carrier.cancel({ orderId });
      await arrange();
      expect(await answers()).toMatchObject([{ outcome: 'refused' }]);
      expect(await carrier.lookUp(orderId, now)).toEqual({ status: 'cancelled' });
    });

    it('has not heard of an order nobody asked about, and takes nothing without a request', async () => {
      const { carrier, orderId } = await given();
      expect(await carrier.lookUp(orderId, now)).toBeUndefined();
      expect(await carrier.confirm({ orderId })).toMatchObject({ outcome: 'refused' });
    });
  });
};
