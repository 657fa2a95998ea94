import { OutcomeUnknown } from '../outside-fault.ts';
import type { PaymentGateway } from './port.ts';

/** Waits for no gateway longer than this: a call without an answer by then has an unknown outcome. */
export const withTimeLimit = (gateway: PaymentGateway, milliseconds: number): PaymentGateway => {
  const within = async <Answer>(call: Promise<Answer>): Promise<Answer> => {
    const limit = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => limit.reject(new OutcomeUnknown(`no answer within ${milliseconds} ms`)),
      milliseconds,
    );
    try {
      return await Promise.race([call, limit.promise]);
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    methodFor: (card) => within(gateway.methodFor(card)),
    authorize: (request) => within(gateway.authorize(request)),
    capture: (request) => within(gateway.capture(request)),
    void: (request) => within(gateway.void(request)),
    refund: (request) => within(gateway.refund(request)),
    lookUp: (orderId) => within(gateway.lookUp(orderId)),
  };
};
