import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../lib/words/en.ts';
import { ja } from '../../lib/words/ja.ts';
import { refusalWords } from './sign-in-refusal.tsx';

beforeAll(async () => {
  await i18next.init({ lng: 'en', resources: { en: { translation: en }, ja: { translation: ja } } });
});

describe('a sign-in that came to nothing', () => {
  it('is explained in both languages', () => {
    expect(refusalWords('sign-in-cancelled', i18next.getFixedT('en'))).toBe(en.signInError['sign-in-cancelled']);
    expect(refusalWords('sign-in-cancelled', i18next.getFixedT('ja'))).toBe(ja.signInError['sign-in-cancelled']);
  });

  it('never repeats a code that we do not know', () => {
    for (const code of ['your-account-is-lost-call-0900', 'constructor', ''])
      expect(refusalWords(code, i18next.getFixedT('en'))).toBe(en.signInError.other);
  });
});
