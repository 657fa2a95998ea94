import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { en } from './words/en.ts';
import { ja } from './words/ja.ts';

export const languages = ['en', 'ja'] as const;
export type Language = (typeof languages)[number];

const REMEMBERED_AS = 'bunko.language';

const isLanguage = (word: unknown): word is Language => word === 'en' || word === 'ja';

/** What was chosen before, else the first of the browser's languages that we speak, else English. */
export const preferredLanguage = (remembered: string | null, browser: readonly string[]): Language => {
  if (isLanguage(remembered)) return remembered;
  return browser.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
};

const tellTheDocument = (language: string): void => {
  document.documentElement.lang = language;
};

/** Loads both languages; words are there before anything is drawn. */
export const startLanguage = async (): Promise<void> => {
  const remembered = localStorage.getItem(REMEMBERED_AS);
  i18next.on('languageChanged', tellTheDocument);
  await i18next.use(initReactI18next).init({
    lng: preferredLanguage(remembered, navigator.languages),
    fallbackLng: 'en',
    resources: { en: { translation: en }, ja: { translation: ja } },
    // React escapes what it draws.
    interpolation: { escapeValue: false },
  });
};

export const speak = (language: Language): void => {
  localStorage.setItem(REMEMBERED_AS, language);
  void i18next.changeLanguage(language);
};

/** The language of the page right now. */
export const useLanguage = (): Language => {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'en';
};
