import { everywhere, readOptions, stream, version } from './options.ts';
import { printJson, printRow } from './output.ts';
import { printEvent, shownEvent } from './shown-event.ts';
import { historyOf, knownVersion, statesAt } from './stream-history.ts';
import { withTarget } from './target.ts';

const shape = { ...everywhere, stream, at: version.optional() };

/** Prints what each domain makes of a stream at a version, and the events that led to it. */
export const state = async (args: readonly string[]): Promise<number> => {
  const options = readOptions(args, shape);
  const history = await withTarget(options, (target) => historyOf(target, options));
  const at = knownVersion('at', options.at ?? history.at(-1)?.version ?? 0, history);
  const events = history.filter((event) => event.version <= at);
  const states = statesAt(options.stream, history, at);
  if (options.json) {
    await printJson({ stream: options.stream, version: at, states, events: events.map(shownEvent) });
    return 0;
  }
  for (const event of events) await printEvent(event, options);
  for (const [name, seen] of Object.entries(states)) {
    await printRow(`\n${name} at version ${at}`);
    for (const line of JSON.stringify(seen, undefined, 2).split('\n')) await printRow(line);
  }
  return 0;
};
