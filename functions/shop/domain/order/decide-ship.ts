import type { OrderEvent, PlacedOrder } from './order.ts';

/** The carrier has the parcel. Whoever asked for a cancellation before that gets it. */
export const decideShip = (order: PlacedOrder): readonly OrderEvent[] => {
  const { orderId, memberId, lines, total, shipment, isConfirmed, isCancellationRequested, end } = order;
  if (!isConfirmed || isCancellationRequested || end !== undefined || !shipment) return [];
  return [{ type: 'shop.order-shipped', data: { orderId, memberId, lines: [...lines], total, shipment } }];
};
