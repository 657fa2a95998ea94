import type { Actor } from '../../events/envelope.ts';
import type { Claim } from './event-store/port.ts';

/** Everything a command brings along that is not its request: who, when, why. */
export interface CommandContext {
  /** Also the id of the commit it leads to; the same for every retry of the same request. */
  commandId: string;
  correlationId: string;
  causationId: string;
  actor: Actor;
  /** The time of the request; rules never ask for another. */
  now: Date;
  traceHeader?: string;
  /** Present when the caller sent an idempotency key: makes the claim that keeps the answer beside the effect. */
  once?: (answer: unknown) => Claim;
}
