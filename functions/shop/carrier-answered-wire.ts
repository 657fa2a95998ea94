import { streamName } from '../../events/stream-name.ts';
import { decide, eventStore } from '../platform/wire.ts';
import { carrierAnswered as answering } from './sagas/order/carrier-answered/carrier-answered.ts';
import { orderBook } from './sagas/order/order-book.ts';
import { stepFunctions } from './sagas/order/step-functions.ts';

/** The carrier's queue brings no context of ours: what an order is told belongs to the journey that placed it. */
export const carrierAnswered = answering({
  book: orderBook(decide),
  executions: stepFunctions(undefined),
  correlationOf: async (orderId) => {
    const [first] = (await eventStore.read(streamName('order', orderId))).events;
    return first?.metadata.correlationId ?? orderId;
  },
});
