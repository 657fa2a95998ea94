import * as z from 'zod';

/** What a rebuild is doing, and how it ended. */
export const Phase = z.enum(['filling', 'catching-up', 'verifying', 'removing', 'done', 'failed', 'cancelled']);
export type Phase = z.infer<typeof Phase>;
const End = z.enum(['done', 'failed', 'cancelled']);
export type End = z.infer<typeof End>;

/** How far a scan of the event table came: for each of its segments the last key, or that it has ended. */
const Scan = z.array(z.union([z.object({ pk: z.string(), sk: z.number() }), z.literal('ended')]).nullable());
export type Scan = z.infer<typeof Scan>;

const Rebuild = z.object({
  rebuildId: z.string(),
  phase: Phase,
  /** The generation that is built, or was. */
  generation: z.number().int().positive(),
  /** Events read from the event table to fill it. */
  scanned: z.number().int(),
  /** Where the scan of the present phase goes on. */
  scan: Scan.optional(),
  /** Rows are being flushed: if this is found, whoever flushed them died, and how many there are is not known. */
  isFlushing: z.boolean().optional(),
  /** What it ends as when the rows nobody needs any more are removed. */
  endsAs: End.optional(),
  error: z.string().optional(),
  /** ISO 8601 UTC, process time. */
  startedAt: z.string(),
  endedAt: z.string().optional(),
});
export type Rebuild = z.infer<typeof Rebuild>;

/** Which generation of a view is read, which are written, and how its rebuild stands. Instants are process time, in milliseconds. */
export const ProjectionState = z.object({
  live: z.number().int().positive(),
  /** The highest generation there ever was; numbers are never used again, so a straggler's write is in nobody's way. */
  last: z.number().int().positive(),
  /** The generation that was live before; kept up until then for readers who do not know yet. */
  previous: z.object({ generation: z.number().int().positive(), until: z.number() }).optional(),
  rebuild: Rebuild.optional(),
  /** Who works on the rebuild, and until when the others leave it to him. */
  lease: z.object({ holder: z.string(), until: z.number() }).optional(),
  /** Counts the changes of this state: each is made to the one that was read, or not at all. */
  revision: z.number().int().nonnegative(),
});
export type ProjectionState = z.infer<typeof ProjectionState>;

/** A view that was never rebuilt. */
export const UNTOUCHED: ProjectionState = { live: 1, last: 1, revision: 0 };

/** Readers and listeners ask for the state this often; a change is known to all of them after this long. */
export const POINTER_TTL_MS = 5_000;
/** How long the old generation is kept up after a flip: what readers may be late by, and the longest of their reads. */
export const GRACE_MS = 2 * POINTER_TTL_MS;

/** A lease is good for this long; longer than anything takes between two signs of life. */
export const LEASE_MS = 30_000;

const endings: readonly Phase[] = End.options;

/** Whether a rebuild is under way; the removal of what it left behind belongs to it. */
export const isUnderWay = (rebuild: Rebuild | undefined): rebuild is Rebuild =>
  rebuild !== undefined && !endings.includes(rebuild.phase);

/** The generations that listeners write at an instant, the live one first. */
export const writtenGenerations = ({ live, previous, rebuild }: ProjectionState, now: number): readonly number[] => [
  live,
  ...(rebuild?.phase === 'catching-up' || rebuild?.phase === 'verifying' ? [rebuild.generation] : []),
  ...(previous && now < previous.until ? [previous.generation] : []),
];

/** The state with a new rebuild, or undefined while one is under way. */
export const begun = (state: ProjectionState, rebuildId: string, startedAt: string): ProjectionState | undefined => {
  if (isUnderWay(state.rebuild)) return undefined;
  const generation = state.last + 1;
  return {
    ...state,
    last: generation,
    rebuild: { rebuildId, phase: 'filling', generation, scanned: 0, startedAt },
  };
};

/**
 * The rebuild is for the next maintainer. Until he takes the lease it is the order's own: an order counts as work from its
 * first moment, and one that nobody ever takes up is free again after a while.
 */
export const handedOver = (state: ProjectionState, now: number): ProjectionState =>
  state.rebuild ? { ...state, lease: { holder: state.rebuild.rebuildId, until: now + LEASE_MS } } : state;

/** The state with the rebuild in its next phase, from the beginning of the event table. */
export const advanced = (state: ProjectionState, phase: Phase, more: Partial<Rebuild> = {}): ProjectionState => {
  if (!state.rebuild) return state;
  const { scan: _, isFlushing: __, ...rebuild } = state.rebuild;
  return { ...state, rebuild: { ...rebuild, phase, ...more } };
};

/** A filling that starts again, in another generation. */
export const restarted = (state: ProjectionState): ProjectionState => {
  const generation = state.last + 1;
  return { ...advanced(state, 'filling', { generation, scanned: 0 }), last: generation };
};

/** The built generation is read from now on. */
export const flipped = (state: ProjectionState, now: number): ProjectionState =>
  state.rebuild
    ? {
        ...advanced(state, 'removing', { endsAs: 'done' }),
        live: state.rebuild.generation,
        previous: { generation: state.live, until: now + GRACE_MS },
      }
    : state;

/** The rebuild is given up, and the live generation stays; undefined when there is nothing to give up any more. */
export const givenUp = (
  state: ProjectionState,
  endsAs: Exclude<End, 'done'>,
  error?: string,
): ProjectionState | undefined =>
  isUnderWay(state.rebuild) && state.rebuild.phase !== 'removing'
    ? advanced(state, 'removing', { endsAs, ...(error !== undefined && { error }) })
    : undefined;

/** Everything is removed that nobody reads. */
export const ended = (state: ProjectionState, endedAt: string): ProjectionState => {
  const { previous: _, ...rest } = advanced(state, state.rebuild?.endsAs ?? 'done', { endedAt });
  return rest;
};
