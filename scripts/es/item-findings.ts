import * as z from 'zod';
import type { Recorded } from '../../events/envelope.ts';
import { partsOf } from '../../events/stream-name.ts';
import { categories } from '../../events/topics.ts';
import { CommitItem, writtenIn } from '../../functions/platform/event-store/commit-item.ts';
import type { Safekeeping } from '../../functions/platform/event-store/safekeeping.ts';
import { claimCheck } from './claim-check.ts';
import { eventFindings } from './event-findings.ts';
import type { RawItem } from './event-table.ts';
import { damageAt, type Finding } from './finding.ts';

/** An item that was looked at: its commit and the events in it, as far as there are any, and what is wrong with it. */
export interface Examined {
  commit?: CommitItem;
  events: readonly Recorded[];
  findings: readonly Finding[];
}

const isStream = (name: string): boolean => {
  try {
    return categories.some((category) => category === partsOf(name).category);
  } catch {
    return false;
  }
};

/** The events of an item by the one way there is; a finding when they cannot be had. */
const eventsOrFinding = async (commit: CommitItem, { blobs }: Safekeeping): Promise<readonly Recorded[] | Finding> => {
  const checked = await claimCheck(commit, blobs);
  if (checked && 'finding' in checked) return checked.finding;
  const fetched = { ...blobs, get: async (key: string) => checked?.bytes ?? blobs.get(key) };
  try {
    return await writtenIn(commit, fetched);
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return damageAt(commit.pk, commit.sk)('events-unreadable', why.replaceAll(/\s+/g, ' '));
  }
};

/** The attributes that say again what the events say, and the ids that follow from the commit's. */
const envelopeFindings = ({ pk, sk, v, t, c }: CommitItem, events: readonly Recorded[]): readonly Finding[] => {
  const damage = damageAt(pk, sk);
  const last = sk + events.length - 1;
  const types = events.map(({ type }) => type);
  const place = Number(events[0]?.id.slice(c.length + 1));
  const strange = events.filter(({ id }, index) => id !== `${c}.${place + index}`);
  return [
    ...(v === last ? [] : [damage('last-version-wrong', `v is ${v}, the events end at ${last}`)]),
    ...(types.join() === t.join() ? [] : [damage('types-wrong', `t is ${t.join()}, the events are ${types.join()}`)]),
    ...strange.map(({ id, version }) => damageAt(pk, version)('event-id-wrong', `${id} is no id in the commit ${c}`)),
  ];
};

/** Everything that can be said of an item by itself. */
export const examine = async (item: RawItem, keeping: Safekeeping): Promise<Examined> => {
  const parsed = CommitItem.safeParse(item);
  if (!parsed.success) {
    const why = z.prettifyError(parsed.error).replaceAll(/\s+/g, ' ');
    return { events: [], findings: [damageAt(String(item.pk), Number(item.sk))('no-commit', why)] };
  }
  const commit = parsed.data;
  const damage = damageAt(commit.pk, commit.sk);
  if (!isStream(commit.pk))
    return { events: [], findings: [damage('stream-unknown', 'its key is no name of a stream')] };
  const events = await eventsOrFinding(commit, keeping);
  if ('kind' in events) return { commit, events: [], findings: [events] };
  const ofEvents = await Promise.all(events.map((event) => eventFindings(event, keeping.vault)));
  return { commit, events, findings: [...envelopeFindings(commit, events), ...ofEvents.flat()] };
};
