import type { Patience } from '../event-sources/patience.ts';
import type { Faults } from '../faults/faults.ts';
import { shaken } from '../faults/shaken-delivery.ts';
import type { Log } from '../ports.ts';
import type { BusEvent } from './eventbridge-buses.ts';
import { targetInput } from './eventbridge-input.ts';
import type { Parcel } from './eventbridge-outbox.ts';
import { type Rule, RuleProblem, type RuleTarget } from './eventbridge-rules.ts';
import type { TargetKind, Undelivered } from './eventbridge-targets.ts';
import { slots } from './slots.ts';
import type { QueueBook } from './sqs-queue-book.ts';

interface CarrierNeeds {
  rules: readonly Rule[];
  queues: QueueBook;
  kinds: readonly TargetKind[];
  faults: Faults;
  calm: Patience;
  stopped: AbortSignal;
  log: Log;
}

interface Route {
  rule: Rule;
  target: RuleTarget;
  kind: TargetKind;
}

const AT_ONCE = 10;
const A_DAY_IN_SECONDS = 86_400;

/**
 * Carries one parcel to its target: tries, waits, tries again, and gives it up when its retries or its age are exhausted.
 * Resolves when nothing is left to do for it, rejects when it was stopped before.
 */
export const parcelCarrier = (needs: CarrierNeeds): ((parcel: Parcel, tried: () => void) => Promise<void>) => {
  const routes = routesOf(needs);
  const slot = slots(AT_ONCE);

  const carryTo = async (route: Route, parcel: Parcel, tried: () => void): Promise<void> => {
    const { rule, target, kind } = route;
    const input = targetInput(rule, target, JSON.parse(parcel.event) satisfies BusEvent);
    for (let tries = 1; ; tries++) {
      const why = await slot(() => attempt(kind, target.Arn, input));
      tried();
      if (!why) return;
      needs.stopped.throwIfAborted();
      const condition = exhaustedBy(route, parcel, tries);
      if (condition) return giveUp(needs, route, parcel, { input, tries, why, condition });
      await needs.calm.wait(tries);
    }
  };
  const hold = async (ms: number): Promise<void> => {
    if (ms > 0) await needs.faults.hold('an event comes late', ms);
    needs.stopped.throwIfAborted();
  };

  return async (parcel, tried): Promise<void> => {
    const route = routes.get(`${parcel.ruleArn} ${parcel.targetId}`);
    if (!route) {
      needs.log.warn('an event was waiting for a target that is no longer there', { rule: parcel.ruleArn });
      return;
    }
    const { now, waitMs, aside, asideMs } = shaken(needs.faults, 'eventbridge', route.rule.busName, [parcel]);
    await hold(waitMs);
    for (const one of now) await carryTo(route, one, tried);
    if (aside.length > 0) await hold(asideMs);
    for (const one of aside) await carryTo(route, one, tried);
  };
};

const attempt = async (kind: TargetKind, arn: string, input: string): Promise<Undelivered | undefined> => {
  try {
    return await kind.deliver(arn, input);
  } catch (error) {
    return { errorType: 'SDK_CLIENT_ERROR', errorMessage: String(error) };
  }
};

type Exhausted = 'MaximumRetryAttempts' | 'MaximumEventAgeInSeconds';

const exhaustedBy = ({ target, kind }: Route, { acceptedAt }: Parcel, tries: number): Exhausted | undefined => {
  const { MaximumRetryAttempts = Number.POSITIVE_INFINITY, MaximumEventAgeInSeconds = A_DAY_IN_SECONDS } =
    target.RetryPolicy;
  if (tries > Math.min(MaximumRetryAttempts, kind.retries(target.Arn))) return 'MaximumRetryAttempts';
  return Date.now() - acceptedAt > MaximumEventAgeInSeconds * 1_000 ? 'MaximumEventAgeInSeconds' : undefined;
};

interface LastTry {
  input: string;
  tries: number;
  why: Undelivered;
  condition: Exhausted;
}

const giveUp = ({ queues, log }: CarrierNeeds, route: Route, parcel: Parcel, last: LastTry): void => {
  const { input, tries, why, condition } = last;
  const { rule, target, kind } = route;
  log.error('an event was given up', { rule: rule.name, target: target.Arn, tries, ...why });
  if (kind.giveUp?.(target.Arn, input, why)) return;
  const deadLetters = target.DeadLetterConfig?.Arn;
  if (deadLetters === undefined) return;
  const text = (StringValue: string) => ({ DataType: 'String', StringValue });
  queues.send(deadLetters, parcel.event, {
    RULE_ARN: text(rule.arn),
    TARGET_ARN: text(target.Arn),
    ERROR_CODE: text(why.errorType),
    ERROR_MESSAGE: text(why.errorMessage || why.errorType),
    EXHAUSTED_RETRY_CONDITION: text(condition),
    RETRY_ATTEMPTS: { DataType: 'Number', StringValue: String(tries - 1) },
  });
};

const routesOf = ({ rules, kinds, queues }: CarrierNeeds): ReadonlyMap<string, Route> => {
  const routes = new Map<string, Route>();
  for (const rule of rules) {
    for (const target of rule.targets) {
      const kind = kinds.find((one) => one.handles(target.Arn));
      if (!kind) throw new RuleProblem(`Rule ${rule.name}: the target ${target.Arn} is not offered offline`);
      const deadLetters = target.DeadLetterConfig?.Arn;
      if (deadLetters !== undefined && !queues.byArn(deadLetters)) {
        throw new RuleProblem(`Rule ${rule.name}: there is no dead-letter queue ${deadLetters}`);
      }
      routes.set(`${rule.arn} ${target.Id}`, { rule, target, kind });
    }
  }
  return routes;
};
