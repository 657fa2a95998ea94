import type { Recorded } from '../../events/envelope.ts';
import { CommitItem, eventsIn } from '../../functions/platform/event-store/commit-item.ts';
import { eachItem, type RawItem } from './event-table.ts';
import { keepingOf } from './keeping.ts';
import { category, everywhere, flag, instant, readOptions, stream } from './options.ts';
import { printJson, say } from './output.ts';
import { shownEvent } from './shown-event.ts';
import { withTarget } from './target.ts';

const shape = {
  ...everywhere,
  stream: stream.optional(),
  category: category.optional(),
  from: instant.optional(),
  to: instant.optional(),
  raw: flag,
};

/** Bytes as base64; everything else as it is. */
const rawOf = (item: RawItem) =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    ]),
  );

/** Prints every event of a stream, a category or the table as JSON lines, in order per stream; 1 when one is unreadable. */
export const dump = async (args: readonly string[]): Promise<number> => {
  const { from = '', to = '~', raw, ...options } = readOptions(args, shape);
  const isWanted = ({ metadata: { occurredAt } }: Recorded) => from <= occurredAt && occurredAt <= to;
  let unreadable = 0;
  await withTarget(options, async (target) => {
    const keeping = keepingOf(target, options);
    await eachItem(target, options, async (item) => {
      if (raw) return printJson(rawOf(item));
      try {
        for (const event of await eventsIn(CommitItem.parse(item), keeping))
          if (isWanted(event)) await printJson(shownEvent(event));
      } catch (error) {
        unreadable++;
        say(`${item.pk} ${item.sk} cannot be read: ${error instanceof Error ? error.message : error}`);
      }
    });
  });
  return unreadable === 0 ? 0 : 1;
};
