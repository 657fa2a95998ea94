import { createHash } from 'node:crypto';
import type { Recorded } from '../../events/envelope.ts';
import type { CommitItem } from '../../functions/platform/event-store/commit-item.ts';
import { damageAt, type Finding } from './finding.ts';

/** One stream's share of a commit. */
interface Part {
  stream: string;
  version: number;
  /** How many events of the commit come before it. */
  offset: number;
  count: number;
  /** Of its metadata, which is the same in every stream. */
  digest: string;
}

const partOf = ({ pk, sk, c, m }: CommitItem, events: readonly Recorded[]): Part | undefined => {
  const offset = Number(events[0]?.id.slice(c.length + 1));
  if (!Number.isInteger(offset)) return undefined;
  const { correlationId, causationId, actor, occurredAt } = m;
  const told = JSON.stringify([correlationId, causationId, actor.kind, actor.id, occurredAt]);
  const digest = createHash('sha1').update(told).digest('base64');
  return { stream: pk, version: sk, offset, count: events.length, digest };
};

const findingsIn = (commit: string, parts: readonly Part[], isWhole: boolean): readonly Finding[] => {
  const findings: Finding[] = [];
  let due = 0;
  for (const { stream, version, offset, count, digest } of parts.toSorted((a, b) => a.offset - b.offset)) {
    const damage = damageAt(stream, version);
    if (offset < due) findings.push(damage('event-id-twice', `${commit}.${offset} is the id of two events`));
    if (offset > due && isWhole)
      findings.push(damage('commit-incomplete', `nothing holds ${commit}.${due} to ${commit}.${offset - 1}`));
    if (digest !== parts[0]?.digest)
      findings.push(damage('commit-disagrees', `metadata of ${commit} differs by stream`));
    due = Math.max(due, offset + count);
  }
  return findings;
};

/**
 * Remembers each commit's share in each stream, some 200 bytes of memory a commit, and says what does not fit together.
 * `isWhole` says whether every stream is seen; otherwise nothing can be said of missing shares.
 */
export const commitBook = ({ isWhole }: { isWhole: boolean }) => {
  const book = new Map<string, readonly Part[]>();
  return {
    add(commit: CommitItem, events: readonly Recorded[]): void {
      const part = partOf(commit, events);
      if (part) book.set(commit.c, [...(book.get(commit.c) ?? []), part]);
    },
    /** How many commits there are. */
    size: () => book.size,
    /** What is wrong, by commit. */
    findings: (): ReadonlyMap<string, readonly Finding[]> =>
      new Map(
        [...book]
          .map(([commit, parts]) => [commit, findingsIn(commit, parts, isWhole)] as const)
          .filter(([, findings]) => findings.length > 0),
      ),
  };
};
