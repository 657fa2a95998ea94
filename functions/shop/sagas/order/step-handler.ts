import type * as z from 'zod';
import { lambda } from '../../../platform/lambda.ts';
import { TransientFault } from '../../outside-fault.ts';

/** The Lambda of a step. What passes by itself leaves it as a `TransientFault`, which is the name the state machine tries again on. */
export const stepHandler = <Shape extends z.ZodType, Answer>(
  shape: Shape,
  run: (input: z.infer<Shape>) => Promise<Answer>,
) =>
  lambda<unknown, Answer>(async (payload) => {
    const input = shape.parse(payload);
    try {
      return await run(input);
    } catch (error) {
      throw isPassing(error) ? new TransientFault('AWS did not answer', { cause: error }) : error;
    }
  });

/** The SDK's errors say whose fault they are; its own retries are used up by now. */
const isPassing = (error: unknown): boolean =>
  error instanceof Error &&
  (('$fault' in error && error.$fault === 'server') || ('$retryable' in error && error.$retryable !== undefined));
