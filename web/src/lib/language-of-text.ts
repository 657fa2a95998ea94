/** The language a title or a name is written in, for fonts and for those who have it read aloud. */
export const languageOfText = (text: string): 'ja' | 'en' => (/[\u3040-\u30ff\u3400-\u9fff]/.test(text) ? 'ja' : 'en');
