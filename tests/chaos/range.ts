import { runSeeds, shownSummary } from './run-seeds.ts';

/** Seeds that a run of the tests tries; `CHAOS_SEEDS` widens it. */
const SEEDS = Number(process.env.CHAOS_SEEDS ?? 1_200);
const DAY_MS = 86_400_000;

/** New ground every day, and in every run of a pipeline that numbers its runs; `CHAOS_FROM` goes back to one. */
const from = (): number => {
  const { CHAOS_FROM, GITHUB_RUN_ID } = process.env;
  if (CHAOS_FROM !== undefined) return Number(CHAOS_FROM);
  return ((GITHUB_RUN_ID === undefined ? Math.floor(Date.now() / DAY_MS) : Number(GITHUB_RUN_ID)) % 100_000) * 10_000;
};

/** Runs one part of today's range and prints how it went; answers what failed. */
export const runPart = async (part: number, parts: number): Promise<readonly string[]> => {
  const size = Math.ceil(SEEDS / parts);
  const summary = await runSeeds(from() + part * size, size);
  for (const line of shownSummary(summary)) process.stdout.write(`chaos: ${line}\n`);
  return summary.failed.map(({ seed, violations }) => `npm run chaos -- --seed ${seed}: ${violations.join('; ')}`);
};
