import type { OrderId } from '../../events/ids.ts';
import { OutcomeUnknown, TransientFault } from './outside-fault.ts';

/** What can go wrong with a call to the outside: it never began, it got lost on the way, or its answer did. */
export type Mishap = 'transient' | 'lost-request' | 'lost-answer';

/** Asked once for each call; undefined lets it through. */
export type MishapPlan<Call extends string> = (call: Call, orderId: OrderId) => Mishap | undefined;

export const noMishaps = (): undefined => undefined;

/** Runs a call as the plan has it. */
export const withMishap = async <Answer>(mishap: Mishap | undefined, run: () => Promise<Answer>): Promise<Answer> => {
  if (mishap === 'transient') throw new TransientFault('could not be reached');
  if (mishap === 'lost-request') throw new OutcomeUnknown('no answer came');
  const answer = await run();
  if (mishap === 'lost-answer') throw new OutcomeUnknown('no answer came');
  return answer;
};
