import { expect } from 'vitest';
import type { Library, Member } from './library.ts';
import { outsideBooks } from './outside-books.ts';
import type { SeenOrder, Shop } from './shop.ts';

interface Told {
  member: Member;
  order: SeenOrder;
}
interface Sold {
  productId: string;
  pieces: number;
}

const isKept = ({ order }: Told) => order.status === 'confirmed';

/** One order at its end: what its member sees, what the bank moved and what the carrier brings are one story. */
export const expectOneStory = (
  { order }: Told,
  { payments, parcels }: Awaited<ReturnType<typeof outsideBooks>>,
): void => {
  const payment = payments.get(order.orderId);
  const moved = (payment?.captured.amount ?? 0) - (payment?.refunded.amount ?? 0);
  const isConfirmed = order.status === 'confirmed';
  expect(moved, `money of ${order.orderId}`).toBe(isConfirmed ? order.total.amount : 0);
  expect(payment?.status, `payment of ${order.orderId}`).not.toBe('authorized');
  const { captured, refunded } = order.payment ?? {};
  expect((captured?.amount ?? 0) - (refunded?.amount ?? 0), `payment seen of ${order.orderId}`).toBe(moved);
  const parcel = parcels.get(order.orderId)?.status;
  if (isConfirmed) expect(parcel, `parcel of ${order.orderId}`).toBe('confirmed');
  else expect([undefined, 'refused', 'cancelled'], `parcel of ${order.orderId}`).toContain(parcel);
};

/** Every order has ended, and stock, money, parcels and mails add up to the orders that were confirmed. */
export const expectOrdersToAddUp = async (
  { library, shop, endpoint }: { library: Library; shop: Shop; endpoint: string },
  told: readonly Told[],
  sold: readonly Sold[],
): Promise<void> => {
  const books = await outsideBooks(endpoint);
  for (const one of told) expectOneStory(one, books);
  for (const { productId, pieces } of sold) {
    const gone = told
      .filter(isKept)
      .flatMap(({ order }) => order.items)
      .filter((item) => item.productId === productId)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    expect(gone, `sold of ${productId}`).toBeLessThanOrEqual(pieces);
    expect(await shop.stockOf(productId), `stock of ${productId}`).toBe(pieces - gone);
  }
  for (const [member, orders] of Map.groupBy(told, (one) => one.member)) {
    const kinds = (await library.mailsTo(member)).map(({ kind }) => kind);
    const mails = (kind: string) => kinds.filter((one) => one === kind).length;
    const seen = { confirmed: mails('order-confirmed'), cancelled: mails('order-cancelled') };
    const cancelledLater = orders.filter(({ order }) => order.status !== 'confirmed' && wasConfirmed(order)).length;
    const kept = orders.filter(isKept).length;
    expect(seen, `mails to ${member.email}`).toEqual({
      confirmed: kept + cancelledLater,
      cancelled: orders.length - kept,
    });
  }
};

const wasConfirmed = ({ timeline }: SeenOrder) => timeline.some(({ event }) => event === 'shop.order-confirmed');
