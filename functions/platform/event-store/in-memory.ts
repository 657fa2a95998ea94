import type { Recorded } from '../../../events/envelope.ts';
import { inMemoryBlobs } from './blobs/in-memory.ts';
import { checkCommit, committedOf, itemsOf } from './commit.ts';
import { type CommitItem, eventsIn } from './commit-item.ts';
import { type Claim, type Commit, type CommitResult, type EventStore, type Head, mintHead } from './port.ts';
import type { Safekeeping } from './safekeeping.ts';
import { inMemoryVault } from './vault/in-memory.ts';

const keyOf = ({ kind, key }: Pick<Claim, 'kind' | 'key'>) => `${kind}#${key}`;
const secondsOf = (instant: string | Date) => Math.floor(new Date(instant).getTime() / 1000);
const isHeld = (claim: Claim | undefined, now: number): claim is Claim =>
  claim !== undefined && (claim.expiresAt === undefined || claim.expiresAt > now);

interface Options extends Partial<Safekeeping> {
  /** Sees each item as it is put, before the writer knows. */
  committed?(item: CommitItem): void;
}
type Refusal = CommitResult | { outcome: 'lost'; commits: readonly { stream: string; item: CommitItem }[] } | undefined;

/** An event store in the memory of this process, for tests and simulation. */
export const inMemoryEventStore = ({
  committed = () => {},
  vault = inMemoryVault(),
  blobs = inMemoryBlobs(),
}: Options = {}): EventStore => {
  const streams = new Map<string, CommitItem[]>();
  const claims = new Map<string, Claim & { commit: string }>();
  const keeping = { vault, blobs };

  const conflictAt = ({ stream, version }: Head) => streams.get(stream)?.find((item) => item.v > version);
  const eventsOf = async (items: readonly CommitItem[]) =>
    (await Promise.all(items.map((item) => eventsIn(item, keeping)))).flat();

  const refusal = (commit: Commit): Refusal => {
    const now = secondsOf(commit.metadata.occurredAt);
    const own = (id: string | undefined) => id === commit.id;
    const heads = [...commit.appends.map(({ head }) => head), ...(commit.unchanged ?? [])];
    const commits = heads.flatMap((head) => {
      const item = conflictAt(head);
      return item ? [{ stream: head.stream, item }] : [];
    });
    if (commit.appends.some(({ head }) => own(conflictAt(head)?.c))) return committedOf(commit);
    for (const claim of commit.claims ?? []) {
      const holder = claims.get(keyOf(claim));
      if (isHeld(holder, now))
        return own(holder.commit) ? committedOf(commit) : { outcome: 'taken', claim, held: holder.value };
    }
    return commits.length === 0 ? undefined : { outcome: 'lost', commits };
  };

  return {
    unwritten: (stream) => mintHead(stream),
    async read(stream, from = 0) {
      const after = typeof from === 'number' ? from : from.version;
      const items = [...(streams.get(stream) ?? [])];
      const events = await eventsOf(items.filter(({ v }) => v > after));
      return { events: events.filter(({ version }) => version > after), head: mintHead(stream, items.at(-1)) };
    },
    async resume(stream, { commit, begins, version }) {
      const items = (streams.get(stream) ?? []).filter(({ sk }) => sk >= begins);
      if (items[0]?.c !== commit || items[0].v !== version) return undefined;
      return { events: await eventsOf(items.slice(1)), head: mintHead(stream, items.at(-1)) };
    },
    async commit(commit) {
      checkCommit(commit);
      const items = await itemsOf(commit, keeping);
      const refused = refusal(commit);
      if (refused?.outcome === 'lost') return conflictOf(refused.commits, eventsOf);
      if (refused) return refused;
      for (const item of items) streams.set(item.pk, [...(streams.get(item.pk) ?? []), item]);
      for (const release of commit.releases ?? []) claims.delete(keyOf(release));
      for (const claim of commit.claims ?? []) claims.set(keyOf(claim), { ...claim, commit: commit.id });
      items.forEach(committed);
      return committedOf(commit);
    },
    async held(kind, key, now) {
      const claim = claims.get(keyOf({ kind, key }));
      return isHeld(claim, secondsOf(now)) ? claim.value : undefined;
    },
  };
};

const conflictOf = async (
  commits: readonly { stream: string; item: CommitItem }[],
  eventsOf: (items: readonly CommitItem[]) => Promise<readonly Recorded[]>,
): Promise<CommitResult> => ({
  outcome: 'conflict',
  streams: await Promise.all(
    commits.map(async ({ stream, item }) => ({
      stream,
      missed: { events: await eventsOf([item]), head: mintHead(stream, item) },
    })),
  ),
});
