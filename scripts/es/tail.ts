import { setTimeout as pause } from 'node:timers/promises';
import type { _Record } from '@aws-sdk/client-dynamodb-streams';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { contractOf } from '../../events/catalog.ts';
import type { Recorded } from '../../events/envelope.ts';
import { CommitItem, eventsIn } from '../../functions/platform/event-store/commit-item.ts';
import type { Safekeeping } from '../../functions/platform/event-store/safekeeping.ts';
import { eachItem, type RawItem } from './event-table.ts';
import { keepingOf } from './keeping.ts';
import { category, everywhere, flag, instant, readOptions, stream } from './options.ts';
import { say } from './output.ts';
import { printEvent } from './shown-event.ts';
import { openTableStream, type TableStream } from './table-stream.ts';
import { type Target, withTarget } from './target.ts';

const shape = {
  ...everywhere,
  stream: stream.optional(),
  category: category.optional(),
  type: z
    .string()
    .refine((type) => contractOf(type), 'is the type of no event')
    .optional(),
  since: instant.optional(),
  once: flag,
};
type Options = z.infer<z.ZodObject<typeof shape>>;

/** A shard may be read five times a second, and the relay reads it too. */
const BETWEEN_READS_MS = 500;

const isWanted = (options: Options, event: Recorded): boolean =>
  (options.stream === undefined || event.stream === options.stream) &&
  (options.category === undefined || event.stream.split('#')[1] === options.category) &&
  (options.type === undefined || event.type === options.type);

/** The events of an item; what is none is told beside the output. */
const eventsOf = async (item: RawItem, keeping: Safekeeping): Promise<readonly Recorded[]> => {
  try {
    return await eventsIn(CommitItem.parse(item), keeping);
  } catch (error) {
    say(`${item.pk} ${item.sk} cannot be read: ${error instanceof Error ? error.message : error}`);
    return [];
  }
};

const inTime = (a: Recorded, b: Recorded) =>
  a.metadata.occurredAt.localeCompare(b.metadata.occurredAt) ||
  a.stream.localeCompare(b.stream) ||
  a.version - b.version;

/** What is there already, in the order of its time. */
const past = async (target: Target, options: Options, keeping: Safekeeping): Promise<readonly Recorded[]> => {
  const { since = '' } = options;
  const events: Recorded[] = [];
  await eachItem(target, options, async (item) => {
    const wanted = (await eventsOf(item, keeping)).filter((event) => isWanted(options, event));
    events.push(...wanted.filter(({ metadata }) => metadata.occurredAt >= since));
  });
  return events.toSorted(inTime);
};

const itemIn = ({ eventName, dynamodb }: _Record): RawItem | undefined => {
  if (eventName === 'INSERT') return unmarshall(dynamodb?.NewImage ?? {});
  say(`history was touched: ${eventName} of ${JSON.stringify(unmarshall(dynamodb?.Keys ?? {}))}`);
  return undefined;
};

const follow = async (news: TableStream, stopped: AbortSignal, told: (item: RawItem) => Promise<void>) => {
  while (!stopped.aborted) {
    for (const record of await news.next()) {
      const item = itemIn(record);
      if (item) await told(item);
    }
    await pause(BETWEEN_READS_MS, undefined, { signal: stopped }).catch(() => undefined);
  }
};

const untilInterrupted = (): AbortSignal => {
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  process.once('SIGTERM', () => stopping.abort());
  return stopping.signal;
};

/** Prints new events as they are committed, until it is interrupted; with `--once` what there is. */
export const tail = async (args: readonly string[]): Promise<number> => {
  const options = readOptions(args, shape);
  await withTarget(options, async (target) => {
    const keeping = keepingOf(target, options);
    // Opened before the past is read, so that nothing falls between the two.
    const news = options.once ? undefined : await openTableStream(target);
    const printed = new Set<string>();
    if (options.once || options.since !== undefined)
      for (const event of await past(target, options, keeping)) {
        printed.add(event.id);
        await printEvent(event, options);
      }
    if (!news) return;
    say('listening; Ctrl-C ends');
    await follow(news, untilInterrupted(), async (item) => {
      for (const event of await eventsOf(item, keeping))
        if (isWanted(options, event) && !printed.has(event.id)) await printEvent(event, options);
    });
    news.close();
  });
  return 0;
};
