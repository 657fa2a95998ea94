import { type CommitItem, itemOf } from './commit-item.ts';
import { type Commit, type CommitResult, MOST_EVENTS_PER_APPEND, MOST_ITEMS_PER_COMMIT, mintHead } from './port.ts';
import type { Safekeeping } from './safekeeping.ts';

/** The items of all appends of a commit, event ids counted through. */
export const itemsOf = ({ id, appends, metadata }: Commit, keeping: Safekeeping): Promise<readonly CommitItem[]> => {
  let offset = 0;
  const items = appends.map((append) => {
    const item = itemOf(id, append, metadata, offset, keeping);
    offset += append.events.length;
    return item;
  });
  return Promise.all(items);
};

/** How many commits these events of one stream came in: the id of an event begins with that of its commit. */
export const commitsAmong = (events: readonly { id: string }[]): number =>
  new Set(events.map(({ id }) => id.slice(0, id.lastIndexOf('.')))).size;

export const committedOf = ({ id, appends }: Commit): CommitResult => ({
  outcome: 'committed',
  heads: appends.map(({ head, events }) =>
    mintHead(head.stream, { c: id, sk: head.version + 1, v: head.version + events.length }),
  ),
});

/** Refuses, with a RangeError, a commit that no adapter could write as it is meant. */
export const checkCommit = ({ appends, unchanged = [], claims = [], releases = [] }: Commit): void => {
  const streams = [...appends.map(({ head }) => head.stream), ...unchanged.map(({ stream }) => stream)];
  if (new Set(streams).size < streams.length) throw new RangeError('a commit names a stream twice');
  if (appends.some(({ events }) => events.length === 0)) throw new RangeError('a commit appends nothing to a stream');
  if (appends.some(({ events }) => events.length > MOST_EVENTS_PER_APPEND))
    throw new RangeError(`a commit appends more than ${MOST_EVENTS_PER_APPEND} events to a stream`);
  const items = streams.length + claims.length + releases.length;
  if (items === 0) throw new RangeError('a commit is empty');
  if (items > MOST_ITEMS_PER_COMMIT) throw new RangeError(`a commit has more than ${MOST_ITEMS_PER_COMMIT} items`);
};
