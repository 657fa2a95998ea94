import type { Mishap } from '../../functions/shop/mishaps.ts';
import type { PaymentCall } from '../../functions/shop/payments/simulated.ts';
import type { CarrierCall } from '../../functions/shop/shipping/simulated.ts';
import type { SagaFunction } from '../../infra/sagas/order-saga.ts';
import type { Random } from '../../local/faults/seeded-random.ts';
import { type Answering, type Befalls, type Cancelling, type Often, type Plan, troubles } from './plan.ts';

const often = ['once', 'for ever'] as const satisfies readonly Often[];
const forward = [
  'reserve-stock',
  'authorize-payment',
  'arrange-shipping',
  'capture-payment',
  'confirm-order',
] as const satisfies readonly SagaFunction[];
const back = [
  'refund-payment',
  'cancel-shipping',
  'void-payment',
  'release-stock',
  'close-order',
] as const satisfies readonly SagaFunction[];
const mishaps = ['transient', 'lost-request', 'lost-answer'] as const satisfies readonly Mishap[];
const answerings = ['once', 'twice', 'late', 'after the end', 'never'] as const satisfies readonly Answering[];

const cards = {
  'that pays': '4242424242424242',
  'that is declined': '4000000000000002',
  'without funds': '4000000000009995',
  'that stumbles once': '4000000000000119',
  'that never answers': '4000000000000259',
  'whose answer is lost': '4000000000000341',
  'nobody knows': '123456789012',
};
const places = { 'at home': '150-0001', 'that is nowhere': '000-0000', 'out of reach': '999-9999' };

/** What makes an order go back, from as far as it can come, and how many steps back that are. */
const turns: readonly (Plan & { stepsBack: number })[] = [
  { title: 'short of stock', inStock: 2, stepsBack: 2 },
  { title: 'declined', card: cards['that is declined'], stepsBack: 3 },
  { title: 'without an address', postalCode: places['that is nowhere'], stepsBack: 4 },
  { title: 'refused after the capture', postalCode: places['out of reach'], stepsBack: 5 },
  {
    title: 'given up at the capture',
    functions: [{ what: 'capture-payment', kind: 'bug', often: 'for ever' }],
    stepsBack: 5,
  },
  { title: 'called off after it was confirmed', cancelling: { when: 'when confirmed' }, stepsBack: 5 },
];

const business: readonly Plan[] = Object.entries(cards).flatMap(([cardName, card]) =>
  Object.entries(places).flatMap(([placeName, postalCode]) =>
    [10, 3, 2].map((inStock) => ({
      title: `a card ${cardName}, an address ${placeName}, ${inStock} in stock`,
      card,
      postalCode,
      inStock,
    })),
  ),
);

const there: readonly Plan[] = ([...forward, 'ask-carrier'] as const).flatMap((what) =>
  troubles.flatMap((kind) =>
    often.map((times) => ({
      title: `${what}: ${kind}, ${times}`,
      functions: [{ what, kind, often: times }],
      ...(what === 'ask-carrier' && { answering: 'late' as const }),
    })),
  ),
);

const moments: readonly Cancelling[] = [
  { when: 'at once' },
  ...forward.flatMap((what) => [{ when: 'before', what } as const, { when: 'after', what } as const]),
  { when: 'when confirmed' },
  { when: 'twice, when confirmed' },
];
const momentName = (moment: Cancelling) => ('what' in moment ? `${moment.when} ${moment.what}` : moment.when);
const calledOff: readonly Plan[] = moments.flatMap((cancelling) => [
  { title: `called off ${momentName(cancelling)}`, cancelling },
  ...('what' in cancelling
    ? troubles.map((kind) => ({
        title: `called off ${momentName(cancelling)}, which meets: ${kind}`,
        cancelling,
        functions: [{ what: cancelling.what, kind, often: 'once' as const }],
      }))
    : []),
]);

const backAgain: readonly Plan[] = turns.flatMap((turn) =>
  back.slice(-turn.stepsBack).flatMap((what) =>
    troubles.flatMap((kind) =>
      often.map((times) => ({
        ...turn,
        title: `${turn.title}, then ${what}: ${kind}, ${times}`,
        functions: [...(turn.functions ?? []), { what, kind, often: times }],
      })),
    ),
  ),
);

const calls = <Call extends string>(whats: readonly Call[]): readonly Befalls<Call, Mishap>[] =>
  whats.flatMap((what) => mishaps.flatMap((kind) => often.map((times) => ({ what, kind, often: times }))));
const meets = (
  turn: Plan,
  payments: readonly Befalls<PaymentCall, Mishap>[],
  shipping: readonly Befalls<CarrierCall, Mishap>[],
): readonly Plan[] => [
  ...payments.map((one) => ({
    ...turn,
    title: `${turn.title}; the gateway's ${one.what}: ${one.kind}, ${one.often}`,
    payments: [one],
  })),
  ...shipping.map((one) => ({
    ...turn,
    title: `${turn.title}; the carrier's ${one.what}: ${one.kind}, ${one.often}`,
    shipping: [one],
  })),
];
const outside: readonly Plan[] = [
  ...meets({ title: 'all well' }, calls(['authorize', 'capture', 'lookUp']), calls(['arrange', 'confirm', 'lookUp'])),
  ...turns
    .filter(({ stepsBack }) => stepsBack > 2)
    .flatMap((turn) => meets(turn, calls(['void', 'refund', 'lookUp']), calls(['cancel', 'lookUp']))),
];

const answers: readonly Plan[] = answerings.flatMap((answering) =>
  Object.entries(places).flatMap(([placeName, postalCode]) => [
    { title: `the carrier answers ${answering}, an address ${placeName}`, answering, postalCode },
    {
      title: `the carrier answers ${answering}, an address ${placeName}, called off meanwhile`,
      answering,
      postalCode,
      cancelling: { when: 'after', what: 'arrange-shipping' } as const,
    },
  ]),
);

const tellings: readonly Plan[] = [{ title: 'all well' }, ...turns].map((turn) => ({
  ...turn,
  title: `${turn.title}, every start told twice`,
  startsToldTwice: true,
}));

const leaving: readonly Plan[] = [{ title: 'its member leaves before the address was needed', memberLeaves: true }];

/** Every outcome at every step. */
export const table: readonly Plan[] = [
  ...business,
  ...there,
  ...calledOff,
  ...backAgain,
  ...outside,
  ...answers,
  ...tellings,
  ...leaving,
];

/** Several things at once, as chance has it. */
export const anyPlan = (random: Random, number: number): Plan => {
  const any = <One>(all: readonly One[]): One => {
    const one = all[Math.floor(random() * all.length)];
    if (one === undefined) throw new Error('nothing to choose from');
    return one;
  };
  const some = <One>(make: () => One): readonly One[] => Array.from({ length: Math.floor(random() * 3) }, make);
  const cancelling = random() < 0.4 ? any(moments) : undefined;
  return {
    title: `chance ${number}`,
    card: any(Object.values(cards)),
    postalCode: any(Object.values(places)),
    inStock: any([10, 3, 2]),
    answering: any(answerings),
    startsToldTwice: random() < 0.2,
    memberLeaves: random() < 0.1,
    functions: some(() => ({
      what: any([...forward, ...back, 'ask-carrier', 'record-given-up', 'call-person'] as const),
      kind: any(troubles),
      often: any(often),
    })),
    payments: some(() => ({
      what: any(['authorize', 'capture', 'void', 'refund', 'lookUp'] as const),
      kind: any(mishaps),
      often: any(often),
    })),
    shipping: some(() => ({
      what: any(['arrange', 'confirm', 'cancel', 'lookUp'] as const),
      kind: any(mishaps),
      often: any(often),
    })),
    ...(cancelling && { cancelling }),
  };
};
