import { describe, expect, it } from 'vitest';
import { viewStoreContract } from './contract-suite.ts';
import { inMemoryViewStore } from './in-memory.ts';
import { rememberingViewStore } from './remembering.ts';

viewStoreContract('the view that remembers', async () => rememberingViewStore(inMemoryViewStore()));

describe('a view that remembers', () => {
  it('loses a write that memory is too old for, and reads before the next', async () => {
    const shared = inMemoryViewStore();
    const [here, elsewhere] = [rememberingViewStore(shared), rememberingViewStore(shared)];
    const key = { pk: 'a', sk: 'row' };
    await here.put({ ...key, name: 'one' }, { from: 0, to: 1 });
    await elsewhere.get(key);
    await here.put({ ...key, name: 'two' }, { from: 1, to: 2 });
    const remembered = await elsewhere.get(key);
    expect(remembered.guard).toBe(1);
    expect(await elsewhere.put({ ...key, name: 'three' }, { from: 1, to: 2 })).toBe(false);
    expect(await elsewhere.get(key)).toMatchObject({ guard: 2, row: { name: 'two' } });
  });

  it('forgets positions together with the rows of a lost transaction', async () => {
    const shared = inMemoryViewStore();
    const [here, elsewhere] = [rememberingViewStore(shared), rememberingViewStore(shared)];
    const row = { pk: 'a', sk: 'row' };
    expect(await elsewhere.position('s')).toBe(0);
    await here.putAll([{ row, guard: 0 }], { stream: 's', from: 0, to: 1 });
    expect(await elsewhere.putAll([{ row, guard: 0 }], { stream: 's', from: 0, to: 1 })).toBe(false);
    expect(await elsewhere.position('s')).toBe(1);
  });
});
