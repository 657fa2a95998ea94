import { v7 as uuid } from 'uuid';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { StepInput } from './step-input.ts';

/** The context of a command that a step of the saga gives. What it repeats is recognised by the state of the order, not by the command's id. */
export const sagaContext = (
  step: string,
  { orderId, correlationId, at }: Pick<StepInput, 'orderId' | 'correlationId' | 'at'>,
): CommandContext => {
  const traceHeader = process.env._X_AMZN_TRACE_ID;
  return {
    commandId: uuid(),
    correlationId,
    causationId: `${orderId}#${step}`,
    actor: { kind: 'listener', id: 'order-saga' },
    now: at,
    ...(traceHeader !== undefined && { traceHeader }),
  };
};
