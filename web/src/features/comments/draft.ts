/** What a member is about to say. */
export interface Draft {
  text: string;
  rating: number | null;
}

export const MOST_CHARACTERS = 500;

/** Characters as the library counts them: code points of the composed text. */
export const charactersOf = (text: string): number => Array.from(text.normalize('NFC')).length;

/** Whether the library would take it. */
export const isSayable = ({ text }: Draft): boolean => text.trim() !== '' && charactersOf(text) <= MOST_CHARACTERS;
