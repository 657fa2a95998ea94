import { withGrace } from '../event-sources/grace.ts';
import { patience } from '../event-sources/patience.ts';
import { type Faults, noFaults } from '../faults/faults.ts';
import type { Activity, Log, Running } from '../ports.ts';
import type { EventBuses } from './eventbridge-buses.ts';
import { parcelCarrier } from './eventbridge-carrier.ts';
import { carrierRound } from './eventbridge-round.ts';
import type { TargetKind } from './eventbridge-targets.ts';
import type { QueueBook } from './sqs-queue-book.ts';

interface DeliveryOptions {
  buses: EventBuses;
  queues: QueueBook;
  /** What rules may name as targets. */
  kinds: readonly TargetKind[];
  activity: Activity;
  /** What goes wrong on purpose on the way from a bus to its targets. */
  faults?: Faults;
  log: Log;
}

/** Brings accepted events to their targets, at least once. */
export interface EventDelivery extends Running {
  /** Resolves when the parcels with these ids were tried for the first time. */
  tried(ids: readonly number[]): Promise<void>;
}

/** Starts delivery, beginning with what an earlier process left. Throws a `RuleProblem` for a target of no known kind. */
export const startEventDelivery = (options: DeliveryOptions): EventDelivery => {
  const { buses, queues, kinds, activity, faults = noFaults, log } = options;
  const stopping = new AbortController();
  const closing = new AbortController();
  const calm = patience(stopping.signal, log);
  const carry = parcelCarrier({ rules: buses.rules, queues, kinds, faults, calm, stopped: stopping.signal, log });
  const round = carrierRound({ outbox: buses.outbox, carry, log, stopped: stopping.signal, closed: closing.signal });

  buses.onAccepted(round.take);
  activity.source(() => {
    const undelivered = buses.outbox.count();
    return undelivered > 0 ? [`event bus (${undelivered} undelivered)`] : [];
  });
  round.take();
  return {
    tried: round.tried,
    async stop() {
      stopping.abort();
      await withGrace(round.ended());
      closing.abort();
    },
  };
};
