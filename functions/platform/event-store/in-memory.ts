import { checkCommit, committedOf, itemsOf } from './commit.ts';
import { type CommitItem, writtenIn } from './commit-item.ts';
import { lifted } from './event-codec.ts';
import { type Claim, type Commit, type CommitResult, type EventStore, type Head, mintHead } from './port.ts';

const keyOf = ({ kind, key }: Pick<Claim, 'kind' | 'key'>) => `${kind}#${key}`;
const secondsOf = (instant: string | Date) => Math.floor(new Date(instant).getTime() / 1000);
const isHeld = (claim: Claim | undefined, now: number): claim is Claim =>
  claim !== undefined && (claim.expiresAt === undefined || claim.expiresAt > now);

/** An event store in the memory of this process, for tests and simulation. `committed` sees each item as it is put. */
export const inMemoryEventStore = ({ committed = (_item: CommitItem) => {} } = {}): EventStore => {
  const streams = new Map<string, CommitItem[]>();
  const claims = new Map<string, Claim & { commit: string }>();

  const conflictAt = ({ stream, version }: Head) => streams.get(stream)?.find((item) => item.v > version);
  const eventsIn = (item: CommitItem) => writtenIn(item).map(lifted);

  const refusal = (commit: Commit): CommitResult | undefined => {
    const now = secondsOf(commit.metadata.occurredAt);
    const own = (id: string | undefined) => id === commit.id;
    const heads = [...commit.appends.map(({ head }) => head), ...(commit.unchanged ?? [])];
    const lost = heads.flatMap((head) => {
      const item = conflictAt(head);
      return item ? [{ stream: head.stream, item }] : [];
    });
    if (commit.appends.some(({ head }) => own(conflictAt(head)?.c))) return committedOf(commit);
    for (const claim of commit.claims ?? []) {
      const holder = claims.get(keyOf(claim));
      if (isHeld(holder, now))
        return own(holder.commit) ? committedOf(commit) : { outcome: 'taken', claim, held: holder.value };
    }
    if (lost.length === 0) return undefined;
    return {
      outcome: 'conflict',
      streams: lost.map(({ stream, item }) => ({
        stream,
        missed: { events: eventsIn(item), head: mintHead(stream, item.v) },
      })),
    };
  };

  return {
    unwritten: (stream) => mintHead(stream, 0),
    async read(stream, from = 0) {
      const after = typeof from === 'number' ? from : from.version;
      const items = streams.get(stream) ?? [];
      const events = items.flatMap(eventsIn).filter(({ version }) => version > after);
      return { events, head: mintHead(stream, items.at(-1)?.v ?? 0) };
    },
    async commit(commit) {
      checkCommit(commit);
      const items = itemsOf(commit);
      const refused = refusal(commit);
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
