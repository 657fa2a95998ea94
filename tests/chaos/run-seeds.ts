import type { FaultKind } from './faults.ts';
import { type Run, runSeed } from './run-seed.ts';
import type { Wishes } from './world.ts';

const totalled = ['steps', 'requests', 'commits', 'gapsFilled', 'duplicates'] as const;
type Total = (typeof totalled)[number];

/** How a range of seeds went. */
export interface Summary {
  from: number;
  seeds: number;
  milliseconds: number;
  totals: Readonly<Record<Total, number>>;
  fired: ReadonlyMap<FaultKind, number>;
  failed: readonly Pick<Run, 'seed' | 'violations'>[];
}

/** Runs seeds one after the other, all of them, or until so many have failed. */
export const runSeeds = async (
  from: number,
  count: number,
  wishes: Wishes = {},
  mostFailures = Number.POSITIVE_INFINITY,
): Promise<Summary> => {
  const began = performance.now();
  const fired = new Map<FaultKind, number>();
  const failed: Pick<Run, 'seed' | 'violations'>[] = [];
  const totals = { steps: 0, requests: 0, commits: 0, gapsFilled: 0, duplicates: 0 };
  let seeds = 0;
  for (let seed = from; seed < from + count && failed.length < mostFailures; seed++) {
    const run = await runSeed(seed, wishes);
    seeds++;
    for (const total of totalled) totals[total] += run[total];
    for (const [kind, times] of run.fired) fired.set(kind, (fired.get(kind) ?? 0) + times);
    if (run.violations.length > 0) failed.push({ seed, violations: run.violations });
  }
  return { from, seeds, milliseconds: performance.now() - began, totals, fired, failed };
};

const MOST_SHOWN = 20;

/** A summary as people read it. */
export const shownSummary = ({ from, seeds, milliseconds, totals, fired, failed }: Summary): readonly string[] => [
  `seeds ${from} to ${from + seeds - 1}: ${Math.round((seeds * 1000) / milliseconds)} a second`,
  `${totals.requests} commands, ${totals.commits} commits, ${totals.steps} steps, ${totals.gapsFilled} gaps filled, ${totals.duplicates} duplicates dropped`,
  `faults fired: ${[...fired].map(([kind, times]) => `${kind} ${times}`).join(', ') || 'none'}`,
  ...failed
    .slice(0, MOST_SHOWN)
    .map(
      ({ seed, violations }) =>
        `FAILED  seed ${seed}: ${violations[0]}${violations.length > 1 ? ` (and ${violations.length - 1} more)` : ''}`,
    ),
  `${failed.length} of ${seeds} seeds failed`,
];
