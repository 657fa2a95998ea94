import { everywhere, readOptions, stream, UsageProblem, version } from './options.ts';
import { printJson, printRow } from './output.ts';
import { changesBetween } from './state-diff.ts';
import { historyOf, knownVersion, statesAt } from './stream-history.ts';
import { withTarget } from './target.ts';

const shape = { ...everywhere, stream, from: version, to: version };

const shown = (value: unknown): string => (value === undefined ? '(nothing)' : JSON.stringify(value));

/** Prints what changed in the states of a stream between two versions. */
export const diff = async (args: readonly string[]): Promise<number> => {
  const { from, to, ...options } = readOptions(args, shape);
  if (from > to) throw new UsageProblem(`--from ${from} comes after --to ${to}`);
  const history = await withTarget(options, (target) => historyOf(target, options));
  const before = statesAt(options.stream, history, knownVersion('from', from, history));
  const after = statesAt(options.stream, history, knownVersion('to', to, history));
  for (const aggregate of Object.keys(after))
    for (const change of changesBetween(before[aggregate], after[aggregate])) {
      if (options.json) await printJson({ aggregate, ...change });
      else await printRow([aggregate, 24], [change.path, 28], `${shown(change.before)} → ${shown(change.after)}`);
    }
  return 0;
};
