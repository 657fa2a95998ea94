import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { kafkaBackboneOf } from './doctor/backbone.ts';
import type { Evidence } from './doctor/evidence.ts';
import { judged, type LostCommit, lostCommits } from './doctor/lost-commits.ts';
import { relayAgain } from './doctor/relay-again.ts';
import { topicsEvidence } from './doctor/topics.ts';
import { tracesIn } from './doctor/traces.ts';
import { tracesEvidence } from './doctor/traces-evidence.ts';
import { everywhere, flag, instant, readOptions, UsageProblem } from './options.ts';
import { printJson, printRow } from './output.ts';
import { type Target, withTarget } from './target.ts';

const shape = {
  ...everywhere,
  since: instant.optional(),
  to: instant.optional(),
  brokers: z
    .string()
    .regex(/^[^\s,]+:\d+(,[^\s,]+:\d+)*$/, 'is no list such as b-1.example:9098,b-2.example:9098')
    .optional(),
  repair: flag,
  unproven: flag,
};
type Options = z.infer<z.ZodObject<typeof shape>>;

/** What was committed a moment ago is on its way, and not lost. */
const ON_THE_WAY_MS = 10_000;
const AFTER_REPAIR_MS = 60_000;
const LOOK_EVERY_MS = 500;

const evidenceFor = async (target: Target, options: Options): Promise<Evidence> => {
  const backbone = await kafkaBackboneOf(target);
  if (!backbone) return tracesEvidence(tracesIn(target));
  const brokers = options.brokers?.split(',') ?? target.brokers;
  if (brokers.length === 0)
    throw new UsageProblem(
      `--brokers is needed: ${target.stage.name} has its events on topics, and they tell what arrived`,
    );
  return topicsEvidence(target, backbone, { brokers, since: options.since });
};

/** Looks at commits again until all have arrived or the time is over; answers those that have not. */
const stillLost = async (
  evidence: Evidence,
  commits: readonly LostCommit[],
  patienceMs: number,
): Promise<readonly LostCommit[]> => {
  const deadline = Date.now() + patienceMs;
  for (let lost = commits; ; await pause(LOOK_EVERY_MS)) {
    await evidence.refresh();
    const verdicts = await Promise.all(lost.map(({ events }) => judged(evidence, events)));
    lost = lost.flatMap((commit, index) => {
      const verdict = verdicts[index] ?? 'unproven';
      return verdict === 'arrived' ? [] : [{ ...commit, verdict }];
    });
    if (!lost.some(({ verdict }) => verdict === 'missing') || Date.now() > deadline) return lost;
  }
};

const print = async ({ events, ...commit }: LostCommit, { json }: Options): Promise<void> => {
  const types = events.map(({ type }) => type);
  if (json) return printJson({ ...commit, types });
  await printRow(
    [commit.verdict, 8],
    [commit.occurredAt, 24],
    [`${commit.stream} ${commit.version}`, 52],
    types.join(', '),
  );
};

const examine = async (target: Target, evidence: Evidence, options: Options): Promise<number> => {
  await evidence.refresh();
  const { seen, lost: suspected } = await lostCommits(target, options, evidence);
  const lost = await stillLost(evidence, suspected, ON_THE_WAY_MS);
  for (const commit of lost) await print(commit, options);
  const again = options.repair ? lost.filter(({ verdict }) => options.unproven || verdict === 'missing') : [];
  const calls = await relayAgain(target, again);
  const left = again.length > 0 ? await stillLost(evidence, again, AFTER_REPAIR_MS) : lost;
  const missing = left.filter(({ verdict }) => verdict === 'missing').length;
  const unproven = lost.filter(({ verdict }) => verdict === 'unproven').length;
  const total = { evidence: evidence.name, commits: seen, missing, unproven, relayedAgain: again.length, calls };
  if (options.json) await printJson(total);
  else
    await printRow(
      `${seen} commits by ${evidence.name}: ${missing} missing, ${unproven} unproven, ${again.length} relayed again`,
    );
  return missing === 0 ? 0 : 1;
};

/** Finds the commits of a window that never reached their listeners; with `--repair` hands them to the relay again. */
export const doctor = async (args: readonly string[]): Promise<number> => {
  const options = readOptions(args, shape);
  if (options.unproven && !options.repair) throw new UsageProblem('--unproven has a meaning with --repair only');
  return withTarget(options, async (target) => {
    const evidence = await evidenceFor(target, options);
    try {
      return await examine(target, evidence, options);
    } finally {
      await evidence.close();
    }
  });
};
