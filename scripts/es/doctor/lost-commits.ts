import type { Recorded } from '../../../events/envelope.ts';
import { CommitItem, eventsIn } from '../../../functions/platform/event-store/commit-item.ts';
import { eachItem } from '../event-table.ts';
import { keepingOf } from '../keeping.ts';
import { say } from '../output.ts';
import type { Target } from '../target.ts';
import { type Evidence, type Verdict, verdictOf } from './evidence.ts';

export interface Window {
  since?: string | undefined;
  to?: string | undefined;
}

/** A commit of which not everything is known to have arrived. */
export interface LostCommit {
  verdict: Verdict;
  stream: string;
  version: number;
  commit: string;
  occurredAt: string;
  events: readonly Recorded[];
}

/** What the evidence says of a commit. */
export const judged = async (evidence: Evidence, events: readonly Recorded[]): Promise<Verdict> =>
  verdictOf(await Promise.all(events.map((event) => evidence.verdict(event))));

/** The commits of a window that did not arrive, by stream and version, and how many were looked at. */
export const lostCommits = async (
  target: Target,
  { since = '', to = '~' }: Window,
  evidence: Evidence,
): Promise<{ seen: number; lost: readonly LostCommit[] }> => {
  const keeping = keepingOf(target, { personal: false });
  const lost: LostCommit[] = [];
  let seen = 0;
  await eachItem(target, {}, async (item) => {
    const parsed = CommitItem.safeParse(item);
    if (!parsed.success) return say(`${item.pk} ${item.sk} is no commit; see verify`);
    const { pk: stream, sk: version, c: commit, m } = parsed.data;
    if (m.occurredAt < since || m.occurredAt > to) return;
    seen++;
    const events = await eventsIn(parsed.data, keeping);
    const verdict = await judged(evidence, events);
    if (verdict !== 'arrived') lost.push({ verdict, stream, version, commit, occurredAt: m.occurredAt, events });
  });
  return { seen, lost: lost.toSorted((a, b) => a.stream.localeCompare(b.stream) || a.version - b.version) };
};
