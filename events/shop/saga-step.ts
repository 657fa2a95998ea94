import * as z from 'zod';

/** The steps of an order, in their order. */
export const ForwardStep = z.enum([
  'reserve-stock',
  'authorize-payment',
  'arrange-shipping',
  'capture-payment',
  'confirm-order',
]);
export type ForwardStep = z.infer<typeof ForwardStep>;

/** What gives everything back, in the order in which it is done: each undoes one step, the last ones first. */
export const CompensationStep = z.enum([
  'refund-payment',
  'cancel-shipping',
  'void-payment',
  'release-stock',
  'close-order',
]);
export type CompensationStep = z.infer<typeof CompensationStep>;
