import { describe, expect, it } from 'vitest';
import { inMemoryKeyBook } from '../tokens/key-book/in-memory.ts';
import { NOTICE_SECONDS } from '../tokens/key-timeline.ts';
import { rotateKeys } from './rotate-keys.ts';

const start = new Date('2026-05-01T00:00:00Z');
const secondsLater = (seconds: number) => new Date(start.getTime() + seconds * 1000);

const given = () => {
  const book = inMemoryKeyBook('stack');
  const letGo: string[] = [];
  let made = 0;
  const keys = { make: async () => `made-${++made}`, letGo: async (keyId: string) => void letGo.push(keyId) };
  const ids = async () => (await book.read()).timeline.map(({ keyId }) => keyId);
  return { rotate: rotateKeys({ book, keys }), letGo, ids };
};

describe('rotating the signing keys', () => {
  it('announces a new key beside the old one', async () => {
    const { rotate, ids, letGo } = given();
    expect(await rotate(start)).toMatchObject({ outcome: 'rotated', gone: [] });
    expect(await ids()).toEqual(['stack', 'made-1']);
    expect(letGo).toEqual([]);
  });

  it('waits while a new key has not signed yet', async () => {
    const { rotate, ids } = given();
    await rotate(start);
    expect(await rotate(secondsLater(NOTICE_SECONDS - 1))).toMatchObject({ outcome: 'rotation-under-way' });
    expect(await ids()).toEqual(['stack', 'made-1']);
  });

  it('lets go of keys whose last token has expired', async () => {
    const { rotate, ids, letGo } = given();
    await rotate(start);
    expect(await rotate(secondsLater(86_400))).toMatchObject({ outcome: 'rotated', gone: [{ keyId: 'stack' }] });
    expect(await ids()).toEqual(['made-1', 'made-2']);
    expect(letGo).toEqual(['stack']);
  });

  it('of two at the same moment makes one; the key of the other is let go', async () => {
    const { rotate, ids, letGo } = given();
    const both = await Promise.all([rotate(start), rotate(start)]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['rotated', 'rotation-under-way']);
    expect(await ids()).toHaveLength(2);
    expect(letGo).toHaveLength(1);
  });
});
