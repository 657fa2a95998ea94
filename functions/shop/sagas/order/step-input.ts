import * as z from 'zod';
import { OrderId } from '../../../../events/ids.ts';
import { CompensationStep, ForwardStep } from '../../../../events/shop/saga-step.ts';

/** What an execution is started with; ids only, for everything else is on the order's stream. */
export const SagaInput = z.object({
  orderId: OrderId,
  begin: z.enum(['order', 'give-back']),
  correlationId: z.string(),
});
export type SagaInput = z.infer<typeof SagaInput>;

/** What the state machine hands to every step; `at` is when the state was entered, however often it is tried. */
export const StepInput = z.object({
  orderId: OrderId,
  correlationId: z.string(),
  at: z.coerce.date(),
  startedAt: z.coerce.date(),
});
export type StepInput = z.infer<typeof StepInput>;

/** A step whose answer comes later, by this token. */
export const WaitingStepInput = StepInput.extend({ replyTo: z.string() });
export type WaitingStepInput = z.infer<typeof WaitingStepInput>;

/** A step of the way there that was tried as often as it may be; `error` is the last error's name. */
export const GivenUpInput = StepInput.extend({ step: ForwardStep, error: z.string() });
export type GivenUpInput = z.infer<typeof GivenUpInput>;

/** A step of the way back that was tried as often as it may be; `redrives` counts how often a person had it go on. */
export const StuckInput = StepInput.extend({
  step: CompensationStep,
  error: z.string(),
  redrives: z.number().int().min(0),
});
export type StuckInput = z.infer<typeof StuckInput>;
