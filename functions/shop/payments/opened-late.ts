import type { PaymentGateway } from './port.ts';

/** A gateway that is opened for the first call, and again after it could not be. */
export const openedLate = (open: () => Promise<PaymentGateway>): PaymentGateway => {
  let opening: Promise<PaymentGateway> | undefined;
  const opened = () => {
    opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  return {
    methodFor: async (card) => (await opened()).methodFor(card),
    authorize: async (request) => (await opened()).authorize(request),
    capture: async (request) => (await opened()).capture(request),
    void: async (request) => (await opened()).void(request),
    refund: async (request) => (await opened()).refund(request),
    lookUp: async (orderId) => (await opened()).lookUp(orderId),
  };
};
