import type { MotifName } from './cover-motifs.ts';

/** A category of the shop; a child names its parent. */
export interface SeedCategory {
  name: string;
  parent?: string;
}

/** A product of the shop: price in yen, first stock, and the level at which stock counts as low. */
export interface SeedProduct {
  name: string;
  description: string;
  category: string;
  price: { amount: number; currency: 'JPY' };
  stock: number;
  alertLevel: number;
  /** Names its picture. */
  slug: string;
  motif: MotifName;
}

const product = (
  [slug, motif]: readonly [string, MotifName],
  category: string,
  name: string,
  amount: number,
  [stock, alertLevel]: readonly [number, number],
  description: string,
): SeedProduct => ({
  name,
  description,
  category,
  price: { amount, currency: 'JPY' },
  stock,
  alertLevel,
  slug,
  motif,
});

const PLENTY = [100, 20] as const;
const SOME = [50, 10] as const;
const FEW = [25, 15] as const;

/** Parents before their children. */
export const categories: readonly SeedCategory[] = [
  { name: '読書の道具 Reading' },
  { name: '栞とカバー Bookmarks and covers', parent: '読書の道具 Reading' },
  { name: '紙と筆記具 Paper and ink' },
];

/** What the library shop sells on its first day. */
export const products: readonly SeedProduct[] = [
  product(
    ['brass-bookmark-lighthouse', 'sunOverWaves'],
    '栞とカバー Bookmarks and covers',
    '真鍮の栞「灯台」 Brass bookmark, Lighthouse',
    880,
    PLENTY,
    'Thin brass, cut by hand. 薄い真鍮の手切り。',
  ),
  product(
    ['paper-dragon-bookmarks', 'foldedPaper'],
    '栞とカバー Bookmarks and covers',
    '紙竜の栞 三枚組 Paper dragon bookmarks',
    540,
    PLENTY,
    'Three folded dragons in washi. 和紙の折り竜、三枚。',
  ),
  product(
    ['indigo-book-cover', 'blueSeaWaves'],
    '栞とカバー Bookmarks and covers',
    '藍染めブックカバー Indigo book cover',
    2_640,
    SOME,
    'Cotton, dyed seven times. 七度染めの木綿。',
  ),
  product(
    ['canvas-book-cover', 'rails'],
    '栞とカバー Bookmarks and covers',
    '帆布ブックカバー Canvas book cover',
    1_980,
    SOME,
    'Fits one manga volume. 単行本一冊の大きさ。',
  ),
  product(
    ['reading-lamp-sea-of-clouds', 'cloudBars'],
    '読書の道具 Reading',
    '読書灯「雲海」 Reading lamp, Sea of Clouds',
    6_800,
    FEW,
    'Warm light, clips to a page. 頁にはさむ電球色の灯り。',
  ),
  product(
    ['wooden-book-rest', 'layeredPeaks'],
    '読書の道具 Reading',
    '木製の書見台 Wooden book rest',
    4_950,
    FEW,
    'Cherry wood, folds flat. 桜材、平らにたためる。',
  ),
  product(
    ['library-tote', 'leaves'],
    '読書の道具 Reading',
    '図書館の手さげ Library tote',
    1_650,
    PLENTY,
    'Holds five volumes, the most one may borrow. 貸出上限の五冊が入る。',
  ),
  product(
    ['card-case', 'growingDots'],
    '読書の道具 Reading',
    '貸出カード入れ Card case',
    990,
    SOME,
    'Felt, for the member card. 会員カード用のフェルト入れ。',
  ),
  product(
    ['index-cards', 'litWindows'],
    '紙と筆記具 Paper and ink',
    '索引カード 百枚 Index cards, one hundred',
    660,
    PLENTY,
    'Ruled on one side. 片面罫線入り。',
  ),
  product(
    ['reading-diary', 'clockFace'],
    '紙と筆記具 Paper and ink',
    '読書帳 Reading diary',
    1_320,
    SOME,
    'A line for every day of the year. 一日一行、一年分。',
  ),
  product(
    ['white-ink', 'ripples'],
    '紙と筆記具 Paper and ink',
    '白いインク White ink',
    1_540,
    FEW,
    'For dark paper and secrets. 黒い紙と秘密のために。',
  ),
  product(
    ['letter-paper-four-seconds', 'rainAndUmbrella'],
    '紙と筆記具 Paper and ink',
    '便箋「四秒」 Letter paper, Four Seconds',
    770,
    SOME,
    'Forty sheets, very lightly lined. うすい罫線、四十枚。',
  ),
];
