import { describe, expect, it } from 'vitest';
import { inMemoryBlobs } from '../../functions/platform/event-store/blobs/in-memory.ts';
import { BlobFault } from '../../functions/platform/event-store/blobs/s3.ts';
import { CommitItem, itemOf } from '../../functions/platform/event-store/commit-item.ts';
import { mintHead, type NewEvent } from '../../functions/platform/event-store/port.ts';
import type { Safekeeping } from '../../functions/platform/event-store/safekeeping.ts';
import { closedVault } from '../../functions/platform/event-store/vault/closed.ts';
import { inMemoryVault } from '../../functions/platform/event-store/vault/in-memory.ts';
import { commitBook } from './commit-findings.ts';
import { examine } from './item-findings.ts';
import { followStreams } from './stream-findings.ts';

const keeping: Safekeeping = { vault: inMemoryVault(), blobs: inMemoryBlobs() };
const dayBegan: NewEvent = { type: 'platform.day-began', data: { day: '2031-01-01' } };
const metadata = {
  correlationId: 'c',
  causationId: 'r',
  actor: { kind: 'operator', id: 'o' },
  occurredAt: '2031-01-01T00:00:00.000Z',
} as const;

const item = (stream: string, commit: string, { after = 0, offset = 0, events = [dayBegan] } = {}) => {
  const head = mintHead(stream, { v: after, c: 'before', sk: after });
  return itemOf(commit, { head, events }, metadata, offset, keeping);
};
const kindsIn = async (raw: object, kept = keeping) =>
  (await examine({ ...raw }, kept)).findings.map(({ kind }) => kind);

describe('an item by itself', () => {
  it('is whole as the store writes it, with open and with closed vaults', async () => {
    const registered = { memberId: 'm', name: 'Aki', email: 'aki@example.test', roles: ['member'] };
    const events = [{ type: 'accounts.account-registered', data: registered }];
    const sealed = await item('main#account#m', 'k', { events });
    expect(await kindsIn(sealed)).toEqual([]);
    expect(await kindsIn(sealed, { ...keeping, vault: closedVault })).toEqual([]);
  });

  it('says every reason at once', async () => {
    const whole = await item('main#loan#1', 'k');
    expect(await kindsIn({ ...whole, v: 9, t: ['lending.loan-opened'] })).toEqual([
      'last-version-wrong',
      'types-wrong',
      'category-wrong',
    ]);
  });

  it('does not open in another place than the one it was sealed for', async () => {
    const profile = { type: 'accounts.profile-changed', data: { memberId: 'm', name: 'Aki' } };
    const sealed = await item('main#account#m', 'k', { events: [profile] });
    const moved = { ...sealed, c: 'other', e: sealed.e?.replaceAll('k.0', 'other.0') };
    expect(await kindsIn(moved)).toEqual(['seal-broken']);
  });

  it('in another place than the table is there, and as it was put, or is named', async () => {
    const { e: _, ...whole } = await item('main#calendar#d', 'k');
    const found = (status: number) => async () => {
      throw new BlobFault('key', status);
    };
    const from = (get: Safekeeping['blobs']['get']) => ({ ...keeping, blobs: { ...keeping.blobs, get } });
    const away = { ...whole, x: `key-${'0'.repeat(64)}` };
    expect(await kindsIn(away, from(found(404)))).toEqual(['claim-check-missing']);
    expect(
      await kindsIn(
        away,
        from(async () => Buffer.from('x')),
      ),
    ).toEqual(['claim-check-changed']);
    await expect(kindsIn(away, from(found(503)))).rejects.toMatchObject({ status: 503 });
  });
});

describe('the commits of a stream', () => {
  const follow = async (...versions: (readonly [stream: string, after: number])[]) => {
    const findings = followStreams();
    const found = [];
    for (const [stream, after] of versions)
      found.push(...findings(CommitItem.parse(await item(`main#calendar#${stream}`, 'k', { after }))));
    return found.map(({ kind, stream, version }) => `${kind} ${stream.split('#')[2]} ${version}`);
  };

  it('come one after the other, each stream from 1', async () =>
    expect(await follow(['a', 0], ['a', 1], ['b', 0], ['c', 0], ['c', 1])).toEqual([]));

  it('leave nothing out and come once', async () =>
    expect(await follow(['a', 0], ['a', 2], ['a', 2], ['b', 1])).toEqual([
      'version-gap a 3',
      'version-twice a 3',
      'version-gap b 2',
    ]));
});

describe('the streams of a commit', () => {
  const book = async (isWhole: boolean, ...shares: (readonly [stream: string, offset: number, at?: string])[]) => {
    const kept = commitBook({ isWhole });
    for (const [stream, offset, occurredAt = metadata.occurredAt] of shares) {
      const made = await item(`main#calendar#${stream}`, 'k', { offset });
      const { commit, events } = await examine({ ...made, m: { ...metadata, occurredAt } }, keeping);
      if (commit) kept.add(commit, events);
    }
    return [...kept.findings().values()].flat().map(({ kind }) => kind);
  };

  it('have its events among them, each once, in whatever order they are seen', async () =>
    expect(await book(true, ['b', 1], ['a', 0], ['c', 2])).toEqual([]));

  it('lack nothing, as far as all are seen', async () => {
    expect(await book(true, ['b', 1], ['d', 3])).toEqual(['commit-incomplete', 'commit-incomplete']);
    expect(await book(false, ['b', 1], ['d', 3])).toEqual([]);
  });

  it('have no event twice, and agree on its metadata', async () => {
    expect(await book(true, ['a', 0], ['b', 0])).toEqual(['event-id-twice']);
    expect(await book(true, ['a', 0], ['b', 1, '2032-01-01T00:00:00.000Z'])).toEqual(['commit-disagrees']);
  });
});
