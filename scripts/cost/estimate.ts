import type { Stage } from '../../infra/stages.ts';
import { type Bill, bill, line } from './bill.ts';
import type { Measured, MeasuredJourney } from './measured.ts';
import { DAYS_PER_MONTH } from './prices.ts';
import type { Resource } from './stage-resources.ts';
import { standingLines } from './standing.ts';
import { memoryOf, usedLines } from './used.ts';

export type Backbone = 'kafka' | 'eventbridge';

/** How much is done in a month. */
export interface Volume {
  borrows: number;
  orders: number;
}

/** What a stage costs on one backbone. */
export interface Estimate {
  backbone: Backbone;
  floor: Bill;
  borrows: Bill;
  /** Absent where no order was measured. */
  orders?: Bill;
}

/** The bills of an estimate, in their order. */
export const billsOf = ({ floor, borrows, orders }: Estimate): readonly Bill[] => [
  floor,
  borrows,
  ...(orders ? [orders] : []),
];

/** The backbones that a stage can have, its own first. */
export const backbonesOf = ({ backbone }: Stage): readonly Backbone[] =>
  backbone.kind === 'kafka' ? ['kafka', 'eventbridge'] : ['eventbridge'];

const counted = (count: number): string => count.toLocaleString('en');

/** Prices the templates of a stage and the measured journeys. */
export const estimate = (
  { stage, backbone, volume }: { stage: Stage; backbone: Backbone; volume: Volume },
  resources: readonly Resource[],
  measured: Measured,
): Estimate => {
  const { journeys, customMetrics } = measured[backbone];
  const memory = memoryOf(resources, `bunko-${stage.name}-`);
  const used = (journey: MeasuredJourney, times: number) => usedLines(journey, times, memory);
  const idle = used(journeys['idle-day'], DAYS_PER_MONTH).map((one) => ({ ...one, what: `schedules: ${one.what}` }));
  const standing = [...standingLines(resources), line('metrics of functions', customMetrics, 'metric')];
  const on = `${stage.name} on ${backbone}`;
  const { borrow, order } = journeys;
  return {
    backbone,
    floor: bill(`${on}: a month in which nobody comes`, [...standing, ...idle]),
    borrows: bill(`${on}: ${counted(volume.borrows)} borrows`, used(borrow, volume.borrows)),
    ...(order && { orders: bill(`${on}: ${counted(volume.orders)} orders`, used(order, volume.orders)) }),
  };
};
