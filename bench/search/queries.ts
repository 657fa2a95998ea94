/** What readers type, from the narrow to the broad: one letter or one particle finds most of the catalogue. */
export const queries = {
  title: ['チェンソー', 'ちぇんそードラゴン', 'ﾄﾞﾗｺﾞﾝ', '図書館の月'],
  englishWord: ['chainsaw', 'moon library', 'detective cat', 'prin'],
  author: ['青木 月', '青木'],
  severalWords: ['月 剣 chainsaw', 'the moon 図書館'],
  nothing: ['zzz', '存在しない題名', '!?'],
  oneLetter: ['a', 's', 't', 'd'],
  oneCharacter: ['の', '月', 'ン', '1'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type QueryKind = keyof typeof queries;
export const queryKinds = Object.keys(queries) as readonly QueryKind[];
