import { describe, expect, it } from 'vitest';
import { type Chapter, chaptersOf, runBlock } from '../support/guide.ts';
import { withSystem } from '../support/system.ts';

const chapters = chaptersOf('docs/deploy.md');
const blockOf = (wanted: string): Chapter['block'] => chapters.find(({ title }) => title === wanted)?.block ?? '';

describe('the deploy guide', () => {
  const system = withSystem();
  const run = async (chapter: string): Promise<string> => {
    await system().library.settled();
    return runBlock(blockOf(chapter), system().running.url);
  };

  it('shows no command that no test knows', () =>
    expect(chapters.map(({ title }) => title)).toEqual([
      'The first borrow',
      'Back up and restore',
      'Rehearse a disaster',
    ]));

  it('leads from the first account to the first borrow', async () =>
    expect(await run('The first borrow')).toContain('"status":"open"'));

  it('backs the event table up, and restores it', async () => {
    const output = await run('Back up and restore');
    expect(output).toMatch(/^0 restored, [1-9]\d* present, 0 different$/m);
    expect(output).toContain(' 0 damages');
  });

  it('compares every read model with its history', async () => {
    const output = await run('Rehearse a disaster');
    expect(output).toMatch(/^records \{"compared":\d+,"differences":\[\]\}$/m);
    expect(output).not.toMatch(/"differences":\[\{|"status":[45]\d\d/);
  });
});
