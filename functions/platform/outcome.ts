import type { Head } from './event-store/port.ts';

/** How a command ends. Only faults are thrown. */
export type Outcome<Answer, Reason extends string> =
  | { outcome: 'accepted'; answer: Answer; heads: readonly Head[] }
  | { outcome: 'rejected'; reason: Reason }
  /** Lost the version race too often; the caller may try again. */
  | { outcome: 'busy' }
  /** The idempotency key was used before; `first` is what was kept then. */
  | { outcome: 'repeated'; first: unknown };
