import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inTurn } from './in-turn.ts';

/** Work that notes when it begins and when it ends. */
const diary = () => {
  const notes: string[] = [];
  const work = (name: string) => async () => {
    notes.push(`${name} begins`);
    await nextTurn();
    notes.push(`${name} ends`);
  };
  return { notes, work };
};

describe('work in turn', () => {
  it('is done one after the other when it touches the same thing', async () => {
    const [turns, { notes, work }] = [inTurn(), diary()];
    await Promise.all([turns(['v1', 'v2'], work('a')), turns(['v2', 'v3'], work('b')), turns(['v3'], work('c'))]);
    expect(notes).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('is done side by side when it touches different things', async () => {
    const [turns, { notes, work }] = [inTurn(), diary()];
    await Promise.all([turns(['v1'], work('a')), turns(['v2'], work('b'))]);
    expect(notes).toEqual(['a begins', 'b begins', 'a ends', 'b ends']);
  });

  it('fails alone', async () => {
    const [turns, { notes, work }] = [inTurn(), diary()];
    const failing = turns(['v1'], () => Promise.reject(new Error('broken')));
    const following = turns(['v1'], work('b'));
    await expect(failing).rejects.toThrow('broken');
    await following;
    expect(notes).toEqual(['b begins', 'b ends']);
  });
});
