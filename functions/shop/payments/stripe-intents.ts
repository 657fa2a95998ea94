import * as z from 'zod';
import { Money } from '../../../events/money.ts';
import type { Rule } from '../books/port.ts';

/**
 * Which payment intent belongs to an order. Stripe finds nothing by our own ids at once, so the id is written down before
 * the intent is confirmed: an intent nobody wrote down holds no money.
 */
export const IntentLine = z.object({
  intent: z.object({ id: z.string(), method: z.string(), amount: Money }).optional(),
  /** Nothing may be promised any more. */
  isVoided: z.boolean(),
});
export type IntentLine = z.infer<typeof IntentLine>;
export type Intent = NonNullable<IntentLine['intent']>;

/** The first intent stays; who comes later, or after the payment was voided, hears so. */
export const noting =
  (intent: Intent): Rule<IntentLine, IntentLine> =>
  (found) => {
    if (found) return { answer: found };
    const line = { intent, isVoided: false };
    return { line, answer: line };
  };

export const voiding: Rule<IntentLine, Intent | undefined> = (found) => ({
  ...(!found?.isVoided && { line: { ...found, isVoided: true } }),
  answer: found?.intent,
});
