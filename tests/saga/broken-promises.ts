import { fold } from '../../functions/platform/decider.ts';
import type { OrderEvent } from '../../functions/shop/domain/order/order.ts';
import { type StockEvent, stock } from '../../functions/shop/domain/stock/stock.ts';
import type { Plan } from './plan.ts';
import type { Life } from './run-case.ts';
import { NAME, TOTAL, wanted } from './world.ts';

/** The way there, and minutes of trying to give back; a person takes as long as a person takes. */
const LONGEST_MS = 15 * 60_000;
const LONGEST_WITH_A_PERSON_MS = 90 * 60_000;

/** What must be true of an order whatever befell it, and is not: nothing, if all is well. */
export const brokenPromises = (plan: Plan, life: Life): readonly string[] => {
  const told = life.order as unknown as readonly OrderEvent[];
  const count = (...types: OrderEvent['type'][]) => told.filter(({ type }) => types.includes(type)).length;
  const closed = count('shop.order-cancelled', 'shop.order-failed');
  const isConfirmed = count('shop.order-confirmed') > 0 && closed === 0;
  const sum = (type: OrderEvent['type']) => count(type) * TOTAL;
  const promises: readonly (readonly [string, boolean])[] = [
    ['the order is placed', life.placed.outcome === 'accepted'],
    ['it ends, once', (count('shop.order-confirmed') > 0 ? 1 : 0) + closed >= 1 && closed <= 1],
    ['it is confirmed at most once', count('shop.order-confirmed') <= 1],
    ['no saga runs on, and none is left failed', life.executions.every((one) => one?.status === 'SUCCEEDED')],
    [
      'it ends in time',
      life.endedAfterMs <= (count('shop.order-needs-attention') ? LONGEST_WITH_A_PERSON_MS : LONGEST_MS),
    ],
    ['every piece is sold or free', stockAdds(plan, life, isConfirmed)],
    ['the money that stays is that of confirmed orders', moneyIn(life) === (isConfirmed ? TOTAL : 0)],
    ['no promise of money is left', life.payment?.status !== 'authorized'],
    [
      'the events tell what the gateway knows',
      sum('shop.order-payment-captured') - sum('shop.order-payment-refunded') === moneyIn(life),
    ],
    ['money moves at most once, and back at most once', count('shop.order-payment-captured') <= 1],
    ['the carrier comes for confirmed orders alone', hasParcel(life) === isConfirmed],
    ['who was told that it is cancelled has it cancelled', keepsItsWord(life, count('shop.order-cancelled') === 1)],
    ['no address and no card is in the saga', !life.history.includes(NAME) && !/\d{12,19}"/.test(life.history)],
    [
      'a person is called only when giving back failed for good',
      isCalledForAReason(plan, count('shop.order-needs-attention')),
    ],
    ['event ids are used once', new Set(life.order.map(({ id }) => id)).size === life.order.length],
  ];
  return promises.flatMap(([promise, isKept]) => (isKept ? [] : [promise]));
};

const moneyIn = ({ payment }: Life): number => (payment?.captured.amount ?? 0) - (payment?.refunded.amount ?? 0);

const hasParcel = ({ parcel }: Life): boolean => parcel?.status === 'arranged' || parcel?.status === 'confirmed';

const stockAdds = (plan: Plan, { stocks }: Life, isConfirmed: boolean): boolean =>
  stocks.every((events, index) => {
    const line = wanted[index];
    const { free, reserved } = fold(stock, events as unknown as readonly StockEvent[]);
    const initial = index === 1 ? (plan.inStock ?? line?.inStock ?? 0) : (line?.inStock ?? 0);
    return reserved.size === 0 && free === initial - (isConfirmed ? (line?.quantity ?? 0) : 0);
  });

const keepsItsWord = ({ cancellations }: Life, isCancelled: boolean): boolean =>
  !cancellations.includes('accepted') || isCancelled;

/** Only what befell the way back, for ever, may end with a person. */
const isCalledForAReason = ({ functions = [], payments = [], shipping = [] }: Plan, calls: number): boolean =>
  calls === 0 ||
  [...functions, ...payments, ...shipping].some(({ often, kind }) => often === 'for ever' || kind === 'bug');
