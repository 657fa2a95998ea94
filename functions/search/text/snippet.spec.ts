import { describe, expect, it } from 'vitest';
import { bestSnippet, snippetOf } from './snippet.ts';
import { soughtOf, wordsOf } from './words.ts';

const sought = (query: string) => wordsOf(query).map(soughtOf);
const long = `${'月が出る。'.repeat(40)}少年はﾁｪﾝｿｰを手に入れた。${'星が光る。'.repeat(40)}`;

describe('a snippet', () => {
  it('shows the text around the match as it was written, and that there is more', () => {
    const { snippet, found } = snippetOf(long, sought('ちぇんそー'));
    expect(snippet).toContain('少年はﾁｪﾝｿｰを手に入れた。');
    expect(snippet).toMatch(/^….*…$/u);
    expect([...snippet].length).toBeLessThanOrEqual(126);
    expect(found).toBe(1);
  });

  it('is the whole of a short text, on one line', () =>
    expect(snippetOf('  The moon\n\topens. ', sought('moon')).snippet).toBe('The moon opens.'));

  it('begins with the text when nothing of it matches', () =>
    expect(snippetOf(long, sought('竜')).snippet).toBe(`${'月が出る。'.repeat(24)}…`));

  it('finds words of parted scripts at their beginning only', () => {
    const text = `${'x '.repeat(100)}unmoon ${'x '.repeat(100)}moonlight ${'x '.repeat(100)}`;
    expect(snippetOf(text, sought('moon')).snippet).toContain('moonlight');
  });

  it('never cuts a character that readers see as one', () => {
    const family = '👨‍👩‍👧';
    const { snippet } = snippetOf(`${family.repeat(200)}月${family.repeat(200)}`, sought('月'));
    expect(snippet.replaceAll(family, '')).toBe('…月…');
  });

  it('is of the text that has most of the words', () =>
    expect(bestSnippet(['the moon', 'the moon library', 'library'], sought('library moon'))).toBe('the moon library'));
});
