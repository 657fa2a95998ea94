import { setTimeout as pause } from 'node:timers/promises';
import type { Activity, Running } from '../ports.ts';
import type { FaultPlan, FaultRule } from './fault-plan.ts';
import type { Fault, Faults } from './faults.ts';
import { type Random, seededRandom } from './seeded-random.ts';

/** A rule as it was given, and how often it has happened. */
export type ShownRule = FaultRule & { fired: number };

/** The rules at work; they end with the process. */
export interface FaultBook extends Faults, Running {
  /** Puts these rules in the place of all others and lets go of what those held. */
  replace(plan: FaultPlan): void;
  shown(): { seed: number; rules: readonly ShownRule[] };
}

interface LiveRule {
  rule: FaultRule;
  random: Random;
  fired: number;
}

const DELAY_MS = 100;
const HANG_MS = 30_000;
const noPlan: FaultPlan = { seed: 0, rules: [] };

/** Opens an empty book of rules. What it holds back counts as activity. */
export const openFaults = (activity: Activity): FaultBook => {
  let seed = noPlan.seed;
  let rules: readonly LiveRule[] = [];
  let letGo = new AbortController();

  const replace = (plan: FaultPlan) => {
    seed = plan.seed;
    rules = plan.rules.map((rule, index) => ({ rule, random: seededRandom(seed, `rule ${index}`), fired: 0 }));
    letGo.abort();
    letGo = new AbortController();
  };
  return {
    replace,
    strike: (at, targets, kinds) =>
      rules.flatMap((live) => {
        const { rule } = live;
        const isMeant = rule.at === at && kinds.includes(rule.kind) && isAbout(rule, targets);
        return isMeant && strikes(live) ? [faultOf(live)] : [];
      }),
    async hold(why, ms, until) {
      const finished = activity.begin(`a fault: ${why}`);
      const ended = new AbortController();
      const end = () => ended.abort();
      until?.then(end, end);
      const signal = AbortSignal.any([letGo.signal, ended.signal]);
      await pause(ms, undefined, { signal, ref: false }).catch(() => undefined);
      finished();
    },
    shown: () => ({ seed, rules: rules.map(({ rule, fired }) => ({ ...rule, fired })) }),
    // The rules go on to the end: what fails must not succeed at the last moment, only because the system stops.
    stop: async () => letGo.abort(),
  };
};

const isAbout = ({ target }: FaultRule, targets: readonly string[]): boolean =>
  target === undefined || targets.includes(target);

/** A rule that has run out draws no more; every other draws once for each occasion, so that a seed repeats itself. */
const strikes = (live: LiveRule): boolean => {
  const { times = Number.POSITIVE_INFINITY, probability = 1 } = live.rule;
  if (live.fired >= times || live.random() >= probability) return false;
  live.fired++;
  return true;
};

const faultOf = ({ rule, random }: LiveRule): Fault => ({
  kind: rule.kind,
  delayMs: rule.delayMs ?? (rule.kind === 'hang' ? HANG_MS : DELAY_MS),
  random,
});
