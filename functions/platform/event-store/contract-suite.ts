import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { BusinessDay } from '../../../events/business-day.ts';
import { inMemoryBlobs } from './blobs/in-memory.ts';
import type { Commit, EventStore, Head, NewEvent } from './port.ts';
import type { Safekeeping } from './safekeeping.ts';
import { closedVault } from './vault/closed.ts';
import { inMemoryVault } from './vault/in-memory.ts';

const day = (number: number): NewEvent => ({
  type: 'platform.day-began',
  data: { day: BusinessDay.parse(`2026-05-${String(number).padStart(2, '0')}`) },
});
/** An event that compression cannot make much smaller. */
const bulky = (bytes: number): NewEvent => ({
  type: 'inventory.copies-added',
  data: { volumeId: 'v', copyIds: ['c'], reason: randomBytes(bytes / 2).toString('hex') },
});
const now = new Date('2026-05-01T00:00:00.000Z');
const metadata = {
  correlationId: 'correlation',
  causationId: 'cause',
  actor: { kind: 'operator' as const, id: 'test' },
  occurredAt: now.toISOString(),
};
const commitOf = (parts: Partial<Commit>): Commit => ({ id: uuid(), appends: [], metadata, ...parts });
const daysOf = (events: readonly { data: unknown }[]) => events.map(({ data }) => data);

/** Every event store signs this: the same list for the memory of a process, the local engine and AWS. */
export const eventStoreContract = (adapter: string, openWith: (keeping: Safekeeping) => Promise<EventStore>): void => {
  const open = () => openWith({ vault: inMemoryVault(), blobs: inMemoryBlobs() });
  const stream = () => `main#calendar#${uuid()}`;
  const append = (store: EventStore, head: Head, ...events: NewEvent[]) =>
    store.commit(commitOf({ appends: [{ head, events }] }));

  describe(`${adapter} keeps the event store contract`, () => {
    it('answers an unknown stream with no events and a head to append to', async () => {
      const store = await open();
      const { events, head } = await store.read(stream());
      expect(events).toEqual([]);
      expect(head.version).toBe(0);
    });

    it('gives back what was appended, in order, with versions from 1', async () => {
      const store = await open();
      const name = stream();
      const { head } = await store.read(name);
      const first = await append(store, head, day(1), day(2));
      expect(first.outcome).toBe('committed');
      await append(store, (await store.read(name)).head, day(3));

      const { events, head: end } = await store.read(name);
      expect(daysOf(events)).toEqual([1, 2, 3].map((number) => day(number).data));
      expect(events.map(({ version }) => version)).toEqual([1, 2, 3]);
      expect(events[0]).toMatchObject({ stream: name, schemaVersion: 1, metadata });
      expect(new Set(events.map(({ id }) => id)).size).toBe(3);
      expect(end.version).toBe(3);
    });

    it('reads on from a version, also from the middle of a commit', async () => {
      const store = await open();
      const name = stream();
      await append(store, (await store.read(name)).head, day(1), day(2), day(3));
      const { events, head } = await store.read(name, 2);
      expect(events.map(({ version }) => version)).toEqual([3]);
      expect(head.version).toBe(3);
      expect((await store.read(name, 7)).head.version).toBe(3);
    });

    it('reads on from a head, and appends to a stream that nobody can have written to', async () => {
      const store = await open();
      const name = stream();
      await append(store, store.unwritten(name), day(1), day(2));
      const { head } = await store.read(name);
      expect(await store.read(name, head)).toEqual({ events: [], head });
      await append(store, head, day(3));
      const on = await store.read(name, head);
      expect(on.events.map(({ version }) => version)).toEqual([3]);
      expect(on.head.version).toBe(3);
      expect((await append(store, store.unwritten(name), day(4))).outcome).toBe('conflict');
    });

    it('lets exactly one of two writers win, and tells the other what it missed', async () => {
      const store = await open();
      const name = stream();
      const { head } = await store.read(name);
      const race = await Promise.all([append(store, head, day(1)), append(store, head, day(2), day(3))]);
      expect(race.map(({ outcome }) => outcome).toSorted()).toEqual(['committed', 'conflict']);

      const lost = race.find((result) => result.outcome === 'conflict');
      const { events, head: end } = await store.read(name);
      expect(lost?.streams[0]?.stream).toBe(name);
      expect(daysOf(lost?.streams[0]?.missed?.events ?? [])).toEqual(daysOf(events));
      expect(lost?.streams[0]?.missed?.head.version).toBe(end.version);
    });

    it('recognises its own commit after a lost answer, alone and among several streams', async () => {
      const store = await open();
      const [one, two] = await Promise.all([store.read(stream()), store.read(stream())]);
      const alone = commitOf({ appends: [{ head: one.head, events: [day(1)] }] });
      await store.commit(alone);
      expect((await store.commit(alone)).outcome).toBe('committed');

      const both = commitOf({
        appends: [
          { head: (await store.read(one.head.stream)).head, events: [day(2)] },
          { head: two.head, events: [day(3)] },
        ],
        claims: [{ kind: 'test', key: uuid(), value: 1 }],
      });
      await store.commit(both);
      expect((await store.commit(both)).outcome).toBe('committed');
      expect((await store.read(one.head.stream)).head.version).toBe(2);
    });

    it('recognises its own commit even when others have appended since', async () => {
      const store = await open();
      const name = stream();
      const ours = commitOf({ appends: [{ head: (await store.read(name)).head, events: [day(1)] }] });
      await store.commit(ours);
      await append(store, (await store.read(name)).head, day(2));
      expect((await store.commit(ours)).outcome).toBe('committed');
      expect((await store.read(name)).head.version).toBe(2);
    });

    it('writes to several streams or to none', async () => {
      const store = await open();
      const [one, two] = await Promise.all([store.read(stream()), store.read(stream())]);
      await append(store, two.head, day(1));
      const result = await store.commit(
        commitOf({
          appends: [
            { head: one.head, events: [day(2)] },
            { head: two.head, events: [day(3)] },
          ],
        }),
      );
      expect(result).toMatchObject({ outcome: 'conflict', streams: [{ stream: two.head.stream }] });
      expect((await store.read(one.head.stream)).events).toEqual([]);
    });

    it('refuses a commit when a stream it only looked at has grown', async () => {
      const store = await open();
      const [written, watched] = await Promise.all([store.read(stream()), store.read(stream())]);
      const parts = { appends: [{ head: written.head, events: [day(1)] }], unchanged: [watched.head] };
      await append(store, watched.head, day(2));
      expect(await store.commit(commitOf(parts))).toMatchObject({
        outcome: 'conflict',
        streams: [{ stream: watched.head.stream, missed: { head: { version: 1 } } }],
      });
      const again = { ...parts, unchanged: [(await store.read(watched.head.stream)).head] };
      expect((await store.commit(commitOf(again))).outcome).toBe('committed');
    });

    it('lets one hold a claim, and tells the next what is held', async () => {
      const store = await open();
      const claim = { kind: 'test', key: uuid(), value: { owner: 'first' } };
      const name = stream();
      const { head } = await store.read(name);
      await store.commit(commitOf({ claims: [claim] }));
      const second = await store.commit(
        commitOf({ appends: [{ head, events: [day(1)] }], claims: [{ ...claim, value: { owner: 'second' } }] }),
      );
      expect(second).toMatchObject({ outcome: 'taken', claim: { key: claim.key }, held: { owner: 'first' } });
      expect((await store.read(name)).events).toEqual([]);
      expect(await store.held('test', claim.key, now)).toEqual({ owner: 'first' });
    });

    it('frees a claim that is given up or has expired', async () => {
      const store = await open();
      const seconds = now.getTime() / 1000;
      const [given, expired] = [uuid(), uuid()];
      await store.commit(commitOf({ claims: [{ kind: 'test', key: given, value: 1 }] }));
      await store.commit(commitOf({ releases: [{ kind: 'test', key: given }] }));
      await store.commit(commitOf({ claims: [{ kind: 'test', key: expired, value: 1, expiresAt: seconds - 1 }] }));
      expect(await store.held('test', given, now)).toBeUndefined();
      expect(await store.held('test', expired, now)).toBeUndefined();
      const again = await store.commit(
        commitOf({ claims: [given, expired].map((key) => ({ kind: 'test', key, value: 2 })) }),
      );
      expect(again.outcome).toBe('committed');
    });

    it('refuses, before anything is written, a commit that breaks a contract or a limit', async () => {
      const store = await open();
      const { head } = await store.read(stream());
      const appending = (...events: NewEvent[]) => append(store, head, ...events);
      await expect(appending({ type: 'platform.day-began', data: { day: 'soon' } })).rejects.toThrow(
        'breaks its contract',
      );
      await expect(appending({ type: 'nobody.knows', data: {} })).rejects.toThrow('no such contract');
      await expect(appending()).rejects.toThrow(RangeError);
      await expect(appending(...Array.from({ length: 101 }, () => day(1)))).rejects.toThrow(RangeError);
      await expect(store.commit(commitOf({}))).rejects.toThrow(RangeError);
      const twice = { head, events: [day(1)] };
      await expect(store.commit(commitOf({ appends: [twice, twice] }))).rejects.toThrow(RangeError);
      expect((await store.read(head.stream)).events).toEqual([]);
    });

    it('reads a stream that is longer than a page', async () => {
      const store = await open();
      const name = stream();
      for (let page = 0; page < 8; page++)
        await append(store, (await store.read(name)).head, ...Array.from({ length: 90 }, () => bulky(5_000)));
      expect((await store.read(name)).events).toHaveLength(720);
    });

    it('resumes at a place that was kept elsewhere, unless history is another one', async () => {
      const store = await open();
      const name = stream();
      await append(store, (await store.read(name)).head, day(1), day(2));
      const { head } = await store.read(name);
      const { version, begins, commit } = head;
      expect(await store.resume(name, { version, begins, commit })).toEqual({ events: [], head });
      await append(store, head, day(3));
      const on = await store.resume(name, { version, begins, commit });
      expect(daysOf(on?.events ?? [])).toEqual([day(3).data]);
      expect(on?.head.version).toBe(3);
      for (const other of [{ commit: uuid() }, { begins: 2 }, { version: 1 }, { begins: 9, version: 9 }])
        expect(await store.resume(name, { version, begins, commit, ...other })).toBeUndefined();
    });

    it('keeps a commit that is too large for an item as an object, and gives it back', async () => {
      const blobs = inMemoryBlobs();
      const store = await openWith({ vault: inMemoryVault(), blobs });
      const name = stream();
      const events = Array.from({ length: 100 }, () => bulky(10_000));
      expect((await append(store, store.unwritten(name), ...events)).outcome).toBe('committed');
      expect(blobs.keys).toEqual([expect.stringContaining(`main/calendar/${name.split('#')[2]}/1-`)]);
      expect(daysOf((await store.read(name)).events)).toEqual(events.map(({ data }) => data));
      await append(store, (await store.read(name)).head, bulky(4_000));
      expect(blobs.keys).toHaveLength(1);
      const lost = await append(store, store.unwritten(name), day(1));
      expect(lost).toMatchObject({ streams: [{ missed: { head: { version: 100 } } }] });
    });

    it('seals personal data: who has no key reads blanks, and so does everybody once the key is erased', async () => {
      const vault = inMemoryVault();
      const [knowing, closed] = await Promise.all(
        [vault, closedVault].map((opens) => openWith({ vault: opens, blobs: inMemoryBlobs() })),
      );
      if (!knowing || !closed) throw new Error('no stores');
      const name = stream();
      const data = { memberId: `aki-${uuid()}`, name: 'Aki', email: 'aki@example.test', roles: ['member'] };
      await append(knowing, knowing.unwritten(name), { type: 'accounts.account-registered', data });
      expect(daysOf((await knowing.read(name)).events)).toEqual([data]);
      const elsewhere = await append(knowing, knowing.unwritten(name), day(1));
      expect(elsewhere).toMatchObject({ outcome: 'conflict', streams: [{ missed: { events: [{ data }] } }] });
      await expect(
        append(closed, closed.unwritten(stream()), { type: 'accounts.account-registered', data }),
      ).rejects.toThrow('may not write personal data');

      await vault.erase(data.memberId);
      expect(daysOf((await knowing.read(name)).events)).toEqual([{ ...data, name: '', email: '' }]);
      const { head } = await knowing.read(name);
      await expect(
        append(knowing, head, { type: 'accounts.profile-changed', data: { memberId: data.memberId, name: 'Mei' } }),
      ).rejects.toMatchObject({ name: 'SubjectErased' });
    });
  });
};
