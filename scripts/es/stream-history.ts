import type { Recorded } from '../../events/envelope.ts';
import { partsOf } from '../../events/stream-name.ts';
import { categories } from '../../events/topics.ts';
import { fold } from '../../functions/platform/decider.ts';
import { CommitItem, eventsIn } from '../../functions/platform/event-store/commit-item.ts';
import { aggregates } from './aggregates.ts';
import { eachItem } from './event-table.ts';
import { keepingOf } from './keeping.ts';
import { UsageProblem } from './options.ts';
import { plainState } from './plain-state.ts';
import type { Target } from './target.ts';

/** All events of a stream, in order; throws a `UsageProblem` when nobody ever wrote to it. */
export const historyOf = async (
  target: Target,
  { stream, personal }: { stream: string; personal: boolean },
): Promise<readonly Recorded[]> => {
  const keeping = keepingOf(target, { personal });
  const events: Recorded[] = [];
  await eachItem(target, { stream }, async (item) => {
    events.push(...(await eventsIn(CommitItem.parse(item), keeping)));
  });
  if (events.length === 0) throw new UsageProblem(`--stream ${stream} has no events`);
  return events;
};

/** A version that a history has; throws a `UsageProblem` that names the option. */
export const knownVersion = (option: string, version: number, history: readonly Recorded[]): number => {
  const head = history.at(-1)?.version ?? 0;
  if (version > head) throw new UsageProblem(`--${option} ${version} is not there yet: the stream ends at ${head}`);
  return version;
};

/** What each aggregate of a stream's category makes of its events up to a version. */
export const statesAt = (
  stream: string,
  history: readonly Recorded[],
  version: number,
): Readonly<Record<string, unknown>> => {
  const known = categories.find((category) => category === partsOf(stream).category);
  const until = history.filter((event) => event.version <= version);
  const folded = Object.entries(known ? aggregates[known] : {}).map(([name, aggregate]) => [
    name,
    plainState(fold(aggregate, until)),
  ]);
  return Object.fromEntries(folded);
};
