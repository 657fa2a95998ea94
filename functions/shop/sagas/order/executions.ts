import type { StepAnswer } from './step-answer.ts';
import type { SagaInput } from './step-input.ts';

/** The running sagas, as those see them who start them and who answer the steps that wait. */
export interface Executions {
  /** Starts one; a name that was started before is left as it is. */
  start(name: string, input: SagaInput, traceHeader?: string): Promise<void>;
  /** Answers a step that waits; one that waits no longer, or was answered before, is left as it is. */
  answer(replyTo: string, answer: StepAnswer): Promise<void>;
}
