import type { Language } from '../../../../events/accounts/language.ts';
import type { NoticedEvent } from '../notice.ts';
import { english } from './en.ts';
import { japanese } from './ja.ts';

/** What an event is told with. */
export interface Told {
  title: string;
  lines: readonly string[];
  button: string;
}

/** Everything that notices and mails say in one language. */
export interface Words {
  toldOf(event: NoticedEvent): Told;
  greeting(name: string): string;
  /** Heads the volumes that are borrowed most. */
  popular: string;
  goodbye: string;
  /** Why somebody gets this mail. */
  because: string;
  unsubscribe: string;
}

const languages: Readonly<Record<Language, Words>> = { en: english, ja: japanese };

export const wordsIn = (language: Language): Words => languages[language];
