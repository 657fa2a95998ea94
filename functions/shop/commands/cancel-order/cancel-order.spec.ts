import { describe, expect, it } from 'vitest';
import { OrderId } from '../../../../events/ids.ts';
import { streamName } from '../../../../events/stream-name.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import { commandLoop } from '../../../platform/command-loop.ts';
import { inMemoryEventStore } from '../../../platform/event-store/in-memory.ts';
import { inMemoryVault } from '../../../platform/event-store/vault/in-memory.ts';
import type { OrderEvent } from '../../domain/order/order.ts';
import { aki, confirmed, onTheWay, orderId, placed, shipment } from '../../domain/order/phrases.ts';
import { OutcomeUnknown } from '../../outside-fault.ts';
import type { Parcel } from '../../shipping/port.ts';
import { cancelOrder } from './cancel-order.ts';

const context = (commandId: string): CommandContext => ({
  commandId,
  correlationId: 'journey-1',
  causationId: 'request-1',
  actor: { kind: 'member', id: aki },
  now: new Date('2026-12-01T00:00:00Z'),
});

/** An order after these events, whose carrier says this. */
const given = async (
  events: readonly OrderEvent[],
  lookUp: () => Promise<Parcel | undefined> = async () => undefined,
) => {
  const vault = inMemoryVault();
  const store = inMemoryEventStore({ vault });
  const stream = streamName('order', orderId);
  const metadata = { ...context('placing'), occurredAt: '2026-12-01T00:00:00Z' };
  await store.commit({ id: 'placing', appends: [{ head: store.unwritten(stream), events }], metadata });
  const cancelling = cancelOrder({ carrier: { lookUp }, decide: commandLoop(store) });
  return {
    vault,
    cancel: (of = orderId, caller = { memberId: String(aki), isStaff: false }) =>
      cancelling({ orderId: of, reason: 'changed my mind', caller }, context('cancelling')),
  };
};

describe('calling an order off', () => {
  it('is for its member and for librarians', async () => {
    const { cancel } = await given([placed]);
    expect(await cancel(orderId, { memberId: 'mei', isStaff: false })).toEqual({
      outcome: 'rejected',
      reason: 'forbidden',
    });
    expect(await cancel(orderId, { memberId: 'mei', isStaff: true })).toMatchObject({ outcome: 'accepted' });
    expect(await cancel()).toMatchObject({ outcome: 'accepted', answer: { orderId, status: 'cancelling' } });
  });

  it('is for orders that are there', async () => {
    const { cancel } = await given([placed]);
    expect(await cancel(OrderId.parse('another'))).toEqual({ outcome: 'rejected', reason: 'not-found' });
  });

  it('comes too late when the carrier has the parcel', async () => {
    const { cancel } = await given([placed, ...onTheWay, confirmed], async () => ({ status: 'picked-up', shipment }));
    expect(await cancel()).toEqual({ outcome: 'rejected', reason: 'too-late-to-cancel' });
  });

  it('is promised to nobody while the carrier cannot be asked', async () => {
    const { cancel } = await given([placed, ...onTheWay, confirmed], async () => {
      throw new OutcomeUnknown();
    });
    expect(await cancel()).toEqual({ outcome: 'busy' });
  });

  it('is not possible for a member who has left', async () => {
    const { cancel, vault } = await given([placed]);
    await vault.erase(aki);
    expect(await cancel(orderId, { memberId: 'librarian', isStaff: true })).toEqual({
      outcome: 'rejected',
      reason: 'too-late-to-cancel',
    });
  });
});
