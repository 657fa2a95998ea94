import { describe, expect, it } from 'vitest';
import { chaptersOf, runBlock } from '../support/guide.ts';
import { withSystem } from '../support/system.ts';

const chapters = chaptersOf('docs/operations.md');

describe('the operations guide', () => {
  const system = withSystem();

  it('has commands', () => expect(chapters.length).toBeGreaterThanOrEqual(5));

  it.each(chapters)('tells the truth in "$title"', async ({ block }) => {
    const { library, running } = system();
    const { volumeId } = await library.newVolume(await library.signIn('librarian'), 1);
    expect((await library.borrow(await library.register(), volumeId)).status).toBe(201);
    await library.settled();
    const output = await runBlock(block, running.url);
    expect(output).not.toMatch(/"code":"|"status":[45]\d\d/);
    expect(output).not.toBe('');
  });
});
