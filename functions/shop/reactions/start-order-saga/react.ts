import type { Recorded } from '../../../../events/envelope.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { Executions } from '../../sagas/order/executions.ts';

/**
 * Every order placed has its saga, and every cancellation of a confirmed order one that gives everything back. Both are
 * named by the order: told twice, an event starts nothing more.
 */
export const startOrderSaga =
  ({ executions }: { executions: Executions }) =>
  async (event: Recorded<HeardBy<'start-order-saga'>>): Promise<void> => {
    const { orderId } = event.data;
    const { correlationId, traceHeader } = event.metadata;
    switch (event.type) {
      case 'shop.order-placed':
        return executions.start(orderId, { orderId, begin: 'order', correlationId }, traceHeader);
      case 'shop.order-cancellation-requested':
        if (!event.data.confirmed) return;
        return executions.start(`${orderId}-cancellation`, { orderId, begin: 'give-back', correlationId }, traceHeader);
    }
  };
