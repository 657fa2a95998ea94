import type { StepOutcome } from '../../domain/order/go-on.ts';

/** What a step tells the state machine; anything else is on the order's stream. */
export interface StepAnswer {
  outcome: StepOutcome;
}

export const answerOf = ({ outcome }: StepAnswer): StepAnswer => ({ outcome });
