import { describe, expect, it } from 'vitest';
import { bothTitles } from './both-titles.ts';
import { preferredLanguage } from './language.ts';
import { languageOfText } from './language-of-text.ts';

describe('the language of the page', () => {
  it('is the one chosen before, else the first the browser asks for, else English', () => {
    expect(preferredLanguage('ja', ['en-GB'])).toBe('ja');
    expect(preferredLanguage(null, ['fr-FR', 'ja-JP', 'en'])).toBe('ja');
    expect(preferredLanguage(null, ['fr-FR'])).toBe('en');
    expect(preferredLanguage('klingon', [])).toBe('en');
  });
});

describe('the titles of a series', () => {
  const series = { title: '苔の騎士', titleEn: 'Moss Knight' };

  it('begin with the reader’s language', () => {
    expect(bothTitles(series, 'en')).toEqual({ first: 'Moss Knight', second: '苔の騎士' });
    expect(bothTitles(series, 'ja')).toEqual({ first: '苔の騎士', second: 'Moss Knight' });
  });

  it('are one when there is no English title', () => {
    expect(bothTitles({ title: '苔の騎士' }, 'en')).toEqual({ first: '苔の騎士' });
  });

  it('are marked with the language they are written in', () => {
    expect(languageOfText('苔の騎士')).toBe('ja');
    expect(languageOfText('Moss Knight')).toBe('en');
  });
});
