/** Why an order came to nothing, as codes that its events tell; whatever else they tell is an interruption. */
export const reasons = [
  'card-declined',
  'insufficient-funds',
  'insufficient-stock',
  'invalid-address',
  'carrier-refused',
  'cancelled-by-member',
  'payment-timeout',
  'payment-unavailable',
  'shipping-timeout',
  'shipping-unavailable',
  'took-too-long',
  'interrupted',
] as const;
export type Reason = (typeof reasons)[number];

/** The code that a reason begins with. */
export const reasonIn = (reason: string): Reason => {
  const code = /^[a-z-]+/.exec(reason)?.[0];
  return reasons.find((known) => known === code) ?? 'interrupted';
};
