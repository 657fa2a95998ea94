import type { Recorded } from '../../events/envelope.ts';
import type { Listener } from '../../events/subscriptions.ts';
import type { CommandContext } from './command-context.ts';

/**
 * The context of a command that a listener gives because of an event. `target` tells apart several commands of one
 * event; the command id is the same at every repeat, so that a commit of an earlier try is recognised.
 */
export const becauseOf = (event: Recorded, listener: Listener, target: string): CommandContext => {
  const { correlationId, traceHeader, occurredAt } = event.metadata;
  return {
    commandId: `${listener}.${event.id}.${target}`,
    correlationId,
    causationId: event.id,
    actor: { kind: 'listener', id: listener },
    now: new Date(occurredAt),
    ...(traceHeader !== undefined && { traceHeader }),
  };
};
