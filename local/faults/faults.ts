import type { FaultKind, FaultPlace } from './fault-table.ts';
import type { Random } from './seeded-random.ts';

/** One thing that goes wrong now. */
export interface Fault {
  kind: FaultKind;
  delayMs: number;
  /** The rule's own generator, for all that is left to chance. */
  random: Random;
}

/** What a part of the runtime asks before it lets something happen. */
export interface Faults {
  /**
   * What goes wrong on this occasion, in the order of the rules: `targets` are the names it is about, `kinds` those that
   * have a meaning here. Whoever asks lets it happen.
   */
  strike(at: FaultPlace, targets: readonly string[], kinds: readonly FaultKind[]): readonly Fault[];
  /**
   * Waits; the system is not idle meanwhile. Ends early with `until`, when the rules are replaced and when the runtime
   * stops. Never rejects.
   */
  hold(why: string, ms: number, until?: Promise<unknown>): Promise<void>;
}

/** Where nothing goes wrong on purpose. */
export const noFaults: Faults = { strike: () => [], hold: async () => undefined };
