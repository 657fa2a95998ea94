import '../tests/chaos/quiet.ts';
import { parseArgs } from 'node:util';
import { mutants } from '../tests/chaos/mutants.ts';
import { runSeed } from '../tests/chaos/run-seed.ts';
import { runSeeds, shownSummary } from '../tests/chaos/run-seeds.ts';
import { shownLine } from '../tests/chaos/trace.ts';

const options = {
  seed: { type: 'string' },
  seeds: { type: 'string' },
  from: { type: 'string', default: '1' },
  mutant: { type: 'string' },
} as const;

const USAGE = `npm run chaos -- --seed N            replays one seed, step by step
npm run chaos -- --seeds COUNT [--from N]   runs a range
   --mutant NAME                        with a planted bug: ${Object.keys(mutants).join(', ')}`;

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const whole = (text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`not a whole number: ${text}`);
  return number;
};

const replay = async (seed: number, wishes: Parameters<typeof runSeed>[1]): Promise<boolean> => {
  const run = await runSeed(seed, { ...wishes, keepsLines: true });
  for (const line of run.trace) print(shownLine(line));
  print('');
  print(`seed ${seed}: ${run.backbone}, faults ${JSON.stringify(run.profile)}`);
  print(`${run.steps} steps, ${run.commits} commits, trace ${run.hash}`);
  for (const violation of run.violations) print(`FAILED  ${violation}`);
  if (run.violations.length === 0) print('everything holds');
  return run.violations.length === 0;
};

const main = async (): Promise<boolean> => {
  const { values } = parseArgs({ options });
  const mutant = values.mutant === undefined ? undefined : mutants[values.mutant];
  if (values.mutant !== undefined && !mutant) throw new RangeError(`no such mutant: ${values.mutant}`);
  const wishes = mutant ? { mutant } : {};
  if (values.seed !== undefined) return replay(whole(values.seed), wishes);
  if (values.seeds === undefined) {
    print(USAGE);
    return true;
  }
  const summary = await runSeeds(whole(values.from), whole(values.seeds), wishes);
  for (const line of shownSummary(summary)) print(line);
  return summary.failed.length === 0;
};

main().then(
  (isGood) => {
    process.exitCode = isGood ? 0 : 1;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    process.exitCode = 2;
  },
);
