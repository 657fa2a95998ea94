import * as z from 'zod';
import type { Recorded } from '../../events/envelope.ts';
import { CommitItem, eventsIn } from '../../functions/platform/event-store/commit-item.ts';
import { eachItem } from './event-table.ts';
import { keepingOf } from './keeping.ts';
import { everywhere, readOptions, UsageProblem } from './options.ts';
import { printJson, printRow } from './output.ts';
import { actorOf, shownEvent } from './shown-event.ts';
import { commitOf, linesOf, type Story, storiesAround, storiesOf } from './story-tree.ts';
import { type Target, withTarget } from './target.ts';

const shape = { ...everywhere, correlation: z.string().optional(), event: z.string().optional() };

/** The table has no index: whatever is looked for by something else than its stream is found by a scan. */
const commitsWhere = async (
  target: Target,
  isWanted: (item: CommitItem) => boolean,
): Promise<readonly CommitItem[]> => {
  const found: CommitItem[] = [];
  await eachItem(target, {}, (item) => {
    const commit = CommitItem.safeParse(item);
    if (commit.success && isWanted(commit.data)) found.push(commit.data);
  });
  return found;
};

const correlationOf = async (target: Target, event: string): Promise<string> => {
  const [commit] = await commitsWhere(target, ({ c }) => c === commitOf({ id: event }));
  if (!commit) throw new UsageProblem(`--event ${event} is in no commit`);
  return commit.m.correlationId;
};

const print = async ({ cause, branches }: Story<Recorded>, { json }: { json: boolean }): Promise<void> => {
  if (!json) await printRow(cause);
  for (const { strokes, depth, event } of linesOf(branches)) {
    if (json) await printJson({ depth, commit: commitOf(event), ...shownEvent(event) });
    else
      await printRow(
        [`${strokes}${event.type}`, 44],
        [`${event.stream} ${event.version}`, 52],
        [actorOf(event), 24],
        [event.metadata.occurredAt, 24],
        event.id,
      );
  }
};

/** Prints the tree of a story: which request or event caused which events, across streams. */
export const causation = async (args: readonly string[]): Promise<number> => {
  const options = readOptions(args, shape);
  const { correlation, event } = options;
  if ((correlation === undefined) === (event === undefined))
    throw new UsageProblem('either --correlation or --event is needed');
  return withTarget(options, async (target) => {
    const id = correlation ?? (await correlationOf(target, event ?? ''));
    const keeping = keepingOf(target, options);
    const commits = await commitsWhere(target, ({ m }) => m.correlationId === id);
    if (commits.length === 0) throw new UsageProblem(`--correlation ${id} is in no commit`);
    const events = await Promise.all(commits.map((commit) => eventsIn(commit, keeping)));
    const stories = storiesOf(events.flat());
    for (const story of event === undefined ? stories : storiesAround(stories, event)) await print(story, options);
    return 0;
  });
};
