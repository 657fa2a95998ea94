import type { Recorded } from '../../../events/envelope.ts';
import { subscriptions } from '../../../events/subscriptions.ts';
import { RacesLost } from '../projection.ts';
import { idOf } from '../view-store/port.ts';
import { pagesOf, type ScannedCommit } from './history.ts';
import { applierOf, progressKeyOf, type Rebuildable } from './rebuildable.ts';
import { advanced, POINTER_TTL_MS, type ProjectionState, type Scan } from './state.ts';
import { type Step, type StepResult, waitUntil } from './work.ts';

/** Clocks of instances differ a little. */
const MARGIN_MS = 1_000;

/**
 * Brings the new generation up to all other listeners' events: waits until every listener knows that it writes it
 * (`following.ts`), then looks through the event table once more and applies, as a listener does, what a stream has beyond
 * its row.
 */
export const catchUp = async (step: Step): Promise<StepResult> => {
  const { rebuild, projection, table, history, lease, now, isTimeUp } = step;
  if (!rebuild.scan && (await waitUntil(step, now() + POINTER_TTL_MS + MARGIN_MS)) === 'time-is-up')
    return 'time-is-up';
  const { generation } = rebuild;
  const behind = behindIn(step);
  const apply = applierOf(projection, table.generation(generation), history);
  let saved = now();
  for await (const { commits, scan } of pagesOf(history, rebuild.scan)) {
    for (const event of await behind(await lastHeard(projection, commits))) await tolerantly(apply(event));
    if (!isTimeUp() && now() - saved < POINTER_TTL_MS) continue;
    await lease.save(reaching(scan));
    saved = now();
    if (isTimeUp()) return 'time-is-up';
  }
  await lease.save((state) => advanced(state, 'verifying'));
  return 'finished';
};

/** On a row that others change all the time there is no hurry: what is missing yet is brought when it is verified. */
export const tolerantly = (applied: Promise<void>): Promise<void> =>
  applied.catch((error: unknown) => {
    if (!(error instanceof RacesLost)) throw error;
  });

const reaching =
  (scan: Scan) =>
  (state: ProjectionState): ProjectionState =>
    state.rebuild ? { ...state, rebuild: { ...state.rebuild, scan } } : state;

/** The last event of each stream in a page that the listener hears. */
export const lastHeard = async (
  { listener }: Pick<Rebuildable, 'listener'>,
  commits: readonly ScannedCommit[],
): Promise<readonly Recorded[]> => {
  const heard: readonly string[] = subscriptions[listener];
  const last = new Map(
    commits.filter(({ types }) => types.some((type) => heard.includes(type))).map((commit) => [commit.stream, commit]),
  );
  const events = await Promise.all([...last.values()].map((commit) => commit.events()));
  return events.flatMap((told) => told.findLast(({ type }) => heard.includes(type)) ?? []);
};

/** Those of some events that the generation does not show yet. */
const behindIn =
  ({ projection, table, rebuild }: Step) =>
  async (events: readonly Recorded[]): Promise<readonly Recorded[]> => {
    const keyed = events.flatMap((event) => {
      const key = progressKeyOf(projection, event);
      return key ? [{ event, key }] : [];
    });
    const found = await table.upkeep(rebuild.generation).read(keyed.map(({ key }) => key));
    return keyed.flatMap(({ event, key }) => ((found.get(idOf(key))?.guard ?? 0) < event.version ? [event] : []));
  };
