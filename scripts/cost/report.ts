import type { Bill, Line } from './bill.ts';
import type { Backbone, Estimate, Volume } from './estimate.ts';
import type { Measured, MeasuredBackbone } from './measured.ts';
import { prices, pricesOf } from './prices.ts';

const dollars = (cents: number): string => `$${(cents / 100).toLocaleString('en', { minimumFractionDigits: 2 })}`;
const figure = (quantity: number): string => quantity.toLocaleString('en', { maximumFractionDigits: 2 });

const priceText = ({ price }: Line): string => {
  const { dollars: amount, per, unit } = prices[price];
  return `$${amount}${per === 1 ? '' : ` per ${figure(per)}`} ${unit}`;
};

const lineText = (one: Line): string =>
  `  ${one.what.padEnd(30)} ${figure(one.quantity).padStart(16)} x ${priceText(one).padEnd(36)} = ${dollars(one.cents).padStart(12)}`;

/** A bill, to be added up by hand. */
export const billText = ({ title, lines, totalCents }: Bill): string =>
  [title, ...lines.map(lineText), `  ${'total'.padEnd(87)} = ${dollars(totalCents).padStart(12)}`].join('\n');

/** The three lines that most of it goes to, over all bills of one backbone. */
export const dominatingText = (bills: readonly Bill[]): string => {
  const total = bills.reduce((sum, { totalCents }) => sum + totalCents, 0);
  const largest = bills
    .flatMap(({ lines }) => lines)
    .toSorted((a, b) => b.cents - a.cents)
    .slice(0, 3)
    .map(({ what, cents }) => `${what} ${dollars(cents)} (${Math.round((cents / total) * 100)} %)`);
  return `Of ${dollars(total)} in all most goes to: ${largest.join(', ')}.`;
};

const shares = (title: string, amounts: Readonly<Record<string, number>> = {}, times: number): string => {
  const parts = Object.entries(amounts)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, amount]) => `${name} ${figure(amount / times)}`);
  return `  ${title}: ${parts.join(', ')}`;
};

/** What one borrow and one order use, by table and function, so that a line can be looked into. */
export const journeyTexts = ({ journeys: { borrow, order } }: MeasuredBackbone): readonly string[] =>
  Object.entries({ borrow, order }).flatMap(([name, journey]) => {
    if (!journey) return [];
    const { times, used } = journey;
    return [
      `One ${name}, as measured:`,
      shares('write units', used['write-units'], times),
      shares('read units', used['read-units'], times),
      shares('invocations', used.invocations, times),
    ];
  });

/** When and where each journey was measured. */
export const measuredTexts = (backbone: Backbone, measured: Measured): readonly string[] =>
  Object.entries(measured[backbone].journeys).flatMap(([name, journey]) => {
    if (!journey) return [];
    const { at, load, times } = journey;
    const under = load === undefined ? '' : `, load ${load}`;
    return [`Measured on ${backbone}: ${name}, ${times} times, ${at}, ${measured.machine}${under}.`];
  });

export const footnotes = [
  `List prices of ${pricesOf.region} on ${pricesOf.day}; free tiers, discounts and taxes are not counted; a month has 730 hours; what comes to less than a cent is left out.`,
  'The time of functions is that of the machine which measured, waiting and cold starts included; Lambda gives 512 MB about a third of a processor.',
  'Measured one after another, so that no batch is shared: a busy library is cheaper by the invocation.',
  'Not measured, so not priced: storage of tables, topics, logs and backups; calls of KMS that DynamoDB and SQS make with our keys;',
  'data out to the internet and through endpoints; pollers beyond the least; alarms that fire; deployments.',
  'Free of charge: what Lambda reads of the table stream, events of AWS services and schedules on the default bus.',
] as const;

const totalOf = (found: Bill | undefined): number => found?.totalCents ?? 0;

/** The backbones side by side: the floor, a million borrows, a thousand orders, and the month as asked for. */
export const comparisonText = (estimates: readonly Estimate[], { borrows, orders }: Volume): string => {
  const row = (what: string, amount: (one: Estimate) => string) =>
    `${what.padEnd(34)}${estimates.map((one) => amount(one).padStart(14)).join('')}`;
  const scaled = (found: Bill | undefined, count: number, to: number) =>
    found && count > 0 ? dollars(Math.round((found.totalCents / count) * to)) : 'not measured';
  return [
    row('', ({ backbone }) => backbone),
    row('a month in which nobody comes', ({ floor }) => dollars(floor.totalCents)),
    row('a million borrows', (one) => scaled(one.borrows, borrows, 1_000_000)),
    row('a thousand orders', (one) => scaled(one.orders, orders, 1_000)),
    row('the month as asked for', (one) => dollars(totalOf(one.floor) + totalOf(one.borrows) + totalOf(one.orders))),
  ].join('\n');
};
