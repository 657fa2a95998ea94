import type { OrderId } from '../../events/ids.ts';
import { inMemoryBook } from '../../functions/shop/books/in-memory.ts';
import { OutcomeUnknown } from '../../functions/shop/outside-fault.ts';
import type { Entry } from '../../functions/shop/payments/ledger-rules.ts';
import type { PaymentGateway } from '../../functions/shop/payments/port.ts';
import { simulatedGateway } from '../../functions/shop/payments/simulated.ts';
import { inMemoryCarrier } from '../../functions/shop/shipping/in-memory.ts';
import type { CarrierAnswer } from '../../functions/shop/shipping/port.ts';
import type { VirtualClock } from '../../local/states/virtual-clock.ts';
import { dealer } from './befalling.ts';
import type { Answering, Plan } from './plan.ts';

/** What the gateway's client waits for an answer. */
const TIME_LIMIT_MS = 8_000;
/** Later than the step that waits for the carrier, and later than any order takes. */
const LATE_MS = 60_000;
const AFTER_THE_END_MS = 3_600_000;

/** The simulated gateway and carrier on the clock of the case, with the mishaps that are planned for them. */
export const openOutside = (plan: Plan, clock: VirtualClock, answered: (answer: CarrierAnswer) => Promise<void>) => {
  const [payments, shipping] = [dealer(plan.payments), dealer(plan.shipping)];
  const ledger = new Map<OrderId, Entry>();
  const gateway = limited(simulatedGateway(inMemoryBook(ledger), { mishaps: (call) => payments.next(call) }), clock);
  const carrier = inMemoryCarrier({
    answer: (answer) => {
      for (const delay of delaysOf(plan.answering ?? 'once'))
        clock.at(clock.now().getTime() + delay, () => void answered(answer));
    },
    mishaps: (call) => shipping.next(call),
  });
  return {
    gateway,
    carrier,
    ledger,
    repair: () => {
      payments.repair();
      shipping.repair();
    },
  };
};

const delaysOf = (answering: Answering): readonly number[] => {
  switch (answering) {
    case 'once':
      return [200];
    case 'twice':
      return [200, 900];
    case 'late':
      return [LATE_MS];
    case 'after the end':
      return [AFTER_THE_END_MS];
    case 'never':
      return [];
  }
};

/** The time limit of the real client, on the clock of the case. */
const limited = (gateway: PaymentGateway, clock: VirtualClock): PaymentGateway => {
  const within = async <Answer>(call: Promise<Answer>): Promise<Answer> => {
    const limit = Promise.withResolvers<never>();
    const cancel = clock.at(clock.now().getTime() + TIME_LIMIT_MS, () =>
      limit.reject(new OutcomeUnknown('no answer in time')),
    );
    return Promise.race([call, limit.promise]).finally(cancel);
  };
  return {
    methodFor: (card) => gateway.methodFor(card),
    authorize: (request) => within(gateway.authorize(request)),
    capture: (request) => within(gateway.capture(request)),
    void: (request) => within(gateway.void(request)),
    refund: (request) => within(gateway.refund(request)),
    lookUp: (orderId) => within(gateway.lookUp(orderId)),
  };
};
