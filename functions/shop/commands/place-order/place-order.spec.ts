import { describe, expect, it } from 'vitest';
import { CategoryId } from '../../../../events/ids.ts';
import { yen } from '../../../../events/money.ts';
import { streamName } from '../../../../events/stream-name.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import { commandLoop } from '../../../platform/command-loop.ts';
import type { CommitItem } from '../../../platform/event-store/commit-item.ts';
import { inMemoryEventStore } from '../../../platform/event-store/in-memory.ts';
import { address, aki, moon, orderId } from '../../domain/order/phrases.ts';
import { TransientFault } from '../../outside-fault.ts';
import { inMemoryGateway } from '../../payments/in-memory.ts';
import { placeOrder } from './place-order.ts';

const CARD = '4242424242424242';
const context = (commandId: string): CommandContext => ({
  commandId,
  correlationId: 'journey-1',
  causationId: 'request-1',
  actor: { kind: 'member', id: aki },
  now: new Date('2026-12-01T00:00:00Z'),
});
const wish = {
  memberId: aki,
  items: [{ productId: moon, quantity: 2 }],
  payment: { cardNumber: CARD },
  shippingAddress: { ...address, line2: undefined },
};

/** A shop that sells the moon. */
const given = async (gateway: Parameters<typeof placeOrder>[0]['gateway'] = inMemoryGateway()) => {
  const written: CommitItem[] = [];
  const store = inMemoryEventStore({ committed: (item) => written.push(item) });
  const described = { name: 'Moon', description: '', categoryId: CategoryId.parse('books'), images: [], active: true };
  const tell = async (type: string, price: number) => {
    const { head } = await store.read(streamName('product', moon));
    const events = [{ type, data: { productId: moon, ...described, price: yen(price) } }];
    const metadata = { ...context(type), occurredAt: '2026-12-01T00:00:00Z' };
    await store.commit({ id: `${type}-${price}`, appends: [{ head, events }], metadata });
  };
  await tell('shop.product-created', 1_500);
  const placing = placeOrder({ newOrderId: () => orderId, gateway, decide: commandLoop(store) });
  return { store, written, tell, place: (id = 'placing') => placing(wish, context(id)) };
};

describe('placing an order', () => {
  it('answers what was ordered, at the price of now', async () => {
    const { place, tell } = await given();
    await tell('shop.product-changed', 1_600);
    expect(await place()).toMatchObject({
      outcome: 'accepted',
      answer: { orderId, status: 'pending', total: yen(3_200), items: [{ name: 'Moon', unitPrice: yen(1_600) }] },
    });
  });

  it('keeps no card number and no open address, only the last digits of the card', async () => {
    const { place, written, store } = await given();
    await place();
    const kept = JSON.stringify(written);
    expect(kept).not.toContain(CARD);
    expect(kept).not.toContain(address.line1);
    const [event] = (await store.read(streamName('order', orderId))).events;
    expect(event?.data).toMatchObject({ payment: { last4: '4242' }, shippingAddress: { line1: address.line1 } });
  });

  it.each([
    'card-number-not-taken',
    'payment-method-unknown',
  ] as const)('places nothing when the gateway says %s', async (reason) => {
    const { place, store } = await given({ methodFor: async () => ({ outcome: 'not-taken', reason }) });
    expect(await place()).toEqual({ outcome: 'rejected', reason });
    expect((await store.read(streamName('order', orderId))).events).toEqual([]);
  });

  it('is asked for again later when the gateway has no method for the card just now', async () => {
    const { place } = await given({
      methodFor: async () => {
        throw new TransientFault();
      },
    });
    expect(await place()).toEqual({ outcome: 'busy' });
  });
});
