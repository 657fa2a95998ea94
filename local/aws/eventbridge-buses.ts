import { randomUUID } from 'node:crypto';
import type { Clock, Resource } from '../ports.ts';
import type { State } from '../state.ts';
import type { Account } from './aws-service.ts';
import { type Outbox, outbox } from './eventbridge-outbox.ts';
import { busesOf, busNameOf, type Rule, rulesOf } from './eventbridge-rules.ts';

/** An event as targets get it. */
export interface BusEvent {
  version: '0';
  id: string;
  'detail-type': string;
  source: string;
  account: string;
  /** ISO 8601 in whole seconds. */
  time: string;
  region: string;
  resources: readonly string[];
  detail: unknown;
}

/** What a sender says of an event; the rest is added on acceptance. */
export interface NewEvent {
  detailType: string;
  source: string;
  detail: unknown;
  resources?: readonly string[];
  /** The movable clock's time unless told. */
  time?: Date;
}

/** The event buses, in process: accepted events are durable before these functions return. */
export interface EventBuses {
  rules: readonly Rule[];
  outbox: Outbox;
  has(busNameOrArn: string): boolean;
  arnOf(busNameOrArn: string): string;
  stamp(event: NewEvent): BusEvent;
  /** Accepts events for a bus; `also` writes in the same transaction. */
  put(busNameOrArn: string, events: readonly BusEvent[], also?: () => void): void;
  /** Accepts one event per bus entry, all or none. */
  putAll(entries: readonly { bus: string; event: BusEvent }[], also?: () => void): void;
  /** Accepts an event for one rule, as a schedule does; answers the ids of its parcels. */
  putForRule(rule: Rule, event: BusEvent, also?: () => void): readonly number[];
  /** Hears of every acceptance. */
  onAccepted(listener: () => void): void;
}

interface BusOptions {
  resources: readonly Resource[];
  state: State;
  clock: Clock;
  account: Account;
}

/** Opens the buses and rules of the template. Throws a `RuleProblem`. */
export const openEventBuses = ({ resources, state, clock, account }: BusOptions): EventBuses => {
  const buses = busesOf(resources);
  const rules = rulesOf(resources);
  const parcels = outbox(state);
  const listeners: (() => void)[] = [];

  const accept = (found: Parameters<Outbox['add']>[0], also?: () => void) => {
    if (found.length === 0 && !also) return [];
    const ids = parcels.add(found, also);
    for (const listener of listeners) listener();
    return ids;
  };
  const matching = (bus: string, event: BusEvent) =>
    rules
      .filter((rule) => rule.busName === busNameOf(bus) && rule.matches(event))
      .flatMap((rule) => toTargets(rule, event));

  return {
    rules,
    outbox: parcels,
    has: (bus) => buses.has(busNameOf(bus)),
    arnOf: (bus) => `arn:aws:events:${account.region}:${account.accountId}:event-bus/${busNameOf(bus)}`,
    stamp: (event) => stamped(event, account, clock),
    put: (bus, events, also) =>
      void accept(
        events.flatMap((event) => matching(bus, event)),
        also,
      ),
    putAll: (entries, also) =>
      void accept(
        entries.flatMap(({ bus, event }) => matching(bus, event)),
        also,
      ),
    putForRule: (rule, event, also) => accept(toTargets(rule, event), also),
    onAccepted: (listener) => void listeners.push(listener),
  };
};

const toTargets = (rule: Rule, event: BusEvent) =>
  rule.targets.map((target) => ({ ruleArn: rule.arn, targetId: target.Id, event: JSON.stringify(event) }));

const stamped = (
  { detailType, source, detail, resources = [], time }: NewEvent,
  account: Account,
  clock: Clock,
): BusEvent => ({
  version: '0',
  id: randomUUID(),
  'detail-type': detailType,
  source,
  account: account.accountId,
  time: `${(time ?? clock.now()).toISOString().slice(0, 19)}Z`,
  region: account.region,
  resources,
  detail,
});
