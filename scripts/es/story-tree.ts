import type { Recorded } from '../../events/envelope.ts';

type Told = Pick<Recorded, 'id' | 'type' | 'stream' | 'version' | 'metadata'>;

/** An event, and the events that it caused. */
export interface Branch<E extends Told = Told> {
  event: E;
  caused: readonly Branch<E>[];
}
/** What began at one cause that is no event of the story: a request, mostly. */
export interface Story<E extends Told = Told> {
  cause: string;
  branches: readonly Branch<E>[];
}

/** The number of an event within its commit; ids end with it. */
const placeOf = ({ id }: Told): number => Number(id.slice(id.lastIndexOf('.') + 1));
export const commitOf = ({ id }: Pick<Told, 'id'>): string => id.slice(0, id.lastIndexOf('.'));

const asTold = (a: Told, b: Told): number =>
  a.metadata.occurredAt.localeCompare(b.metadata.occurredAt) ||
  commitOf(a).localeCompare(commitOf(b)) ||
  placeOf(a) - placeOf(b);

/** The events of one story as trees, by what caused them; each event is in exactly one place. */
export const storiesOf = <E extends Told>(events: readonly E[]): readonly Story<E>[] => {
  const ordered = events.toSorted(asTold);
  const byCause = Map.groupBy(ordered, ({ metadata }) => metadata.causationId);
  const ids = new Set(events.map(({ id }) => id));
  const placed = new Set<string>();
  const branchOf = (event: E): readonly Branch<E>[] => {
    // Damaged metadata may run in a circle.
    if (placed.has(event.id)) return [];
    placed.add(event.id);
    return [{ event, caused: (byCause.get(event.id) ?? []).flatMap(branchOf) }];
  };
  const begun = ordered.filter(({ metadata }) => !ids.has(metadata.causationId));
  const roots = Map.groupBy(begun, ({ metadata }) => metadata.causationId);
  const stories = [...roots].map(([cause, first]) => ({ cause, branches: first.flatMap(branchOf) }));
  const circles = ordered
    .map((event) => ({ cause: event.metadata.causationId, branches: branchOf(event) }))
    .filter(({ branches }) => branches.length > 0);
  return [...stories, ...circles];
};

const leading = <E extends Told>(branches: readonly Branch<E>[], id: string): readonly Branch<E>[] =>
  branches.flatMap((branch) => {
    if (branch.event.id === id) return [branch];
    const caused = leading(branch.caused, id);
    return caused.length > 0 ? [{ ...branch, caused }] : [];
  });

/** Only what led to an event, and what it caused. */
export const storiesAround = <E extends Told>(stories: readonly Story<E>[], id: string): readonly Story<E>[] =>
  stories
    .map(({ cause, branches }) => ({ cause, branches: leading(branches, id) }))
    .filter(({ branches }) => branches.length > 0);

/** The lines of a tree, each with the strokes that lead to it. */
export const linesOf = <E extends Told>(
  branches: readonly Branch<E>[],
  lead = '',
  depth = 1,
): readonly { strokes: string; depth: number; event: E }[] =>
  branches.flatMap(({ event, caused }, index) => {
    const isLast = index === branches.length - 1;
    const line = { strokes: `${lead}${isLast ? '└─ ' : '├─ '}`, depth, event };
    return [line, ...linesOf(caused, `${lead}${isLast ? '   ' : '│  '}`, depth + 1)];
  });
