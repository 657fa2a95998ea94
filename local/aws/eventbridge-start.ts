import type { Faults } from '../faults/faults.ts';
import type { Activity, FunctionInvoker, Log, Resource } from '../ports.ts';
import type { EventBuses } from './eventbridge-buses.ts';
import { type EventDelivery, startEventDelivery } from './eventbridge-delivery.ts';
import { type FailurePlan, failurePlansOf, RuleProblem } from './eventbridge-rules.ts';
import { busTargets, functionTargets, queueTargets, type TargetKind } from './eventbridge-targets.ts';
import type { QueueBook } from './sqs-queue-book.ts';

interface StartEventBridge {
  resources: readonly Resource[];
  buses: EventBuses;
  queues: QueueBook;
  invoker: FunctionInvoker;
  activity: Activity;
  /** What goes wrong on purpose on the way from a bus to its targets. */
  faults?: Faults;
  log: Log;
  /** Further kinds of targets, e.g. state machines. */
  kinds?: readonly TargetKind[];
}

/** Starts delivery to functions, queues, other buses and whatever `kinds` adds. Throws a `RuleProblem`. */
export const startEventBridge = ({ resources, invoker, kinds = [], ...parts }: StartEventBridge): EventDelivery => {
  const { buses, queues } = parts;
  const plans = failurePlansOf(resources);
  checkPlans(plans, queues);
  const offered = [functionTargets(invoker, plans, queues), queueTargets(queues), busTargets(buses), ...kinds];
  return startEventDelivery({ ...parts, kinds: offered });
};

/** A destination that is not there is found now, not when an event has to be given up. */
const checkPlans = (plans: ReadonlyMap<string, FailurePlan>, queues: QueueBook): void => {
  for (const [name, { onFailure, deadLetter }] of plans) {
    const missing = [onFailure, deadLetter].find((arn) => arn !== undefined && !queues.byArn(arn));
    if (missing !== undefined) throw new RuleProblem(`Function ${name}: ${missing} is not a queue of the template`);
  }
};
