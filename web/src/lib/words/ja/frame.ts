import type { frame as english } from '../en/frame.ts';
import type { Words } from '../en.ts';

export const frame: Words<typeof english> = {
  site: { name: '文庫', tagline: '待つ楽しみのある図書館', skip: '本文へ', menu: 'メイン' },
  nav: {
    catalogue: '蔵書',
    rankings: 'ランキング',
    loans: '貸出',
    shop: 'ショップ',
    basket: 'かご',
    orders: 'ご注文',
    inbox: 'お知らせ',
    mail: 'メール',
    desk: '窓口',
  },
  language: { label: '言語', en: 'English', ja: '日本語' },
  state: {
    loading: '読み込んでいます…',
    more: 'もっと見る',
    retry: 'もう一度',
    back: '蔵書へ戻る',
    notFound: 'このページは書架に見つかりません。',
    live: '更新中',
    save: '保存する',
    saving: '処理中…',
    saved: '保存しました。',
    cancel: 'やめる',
    wrongField: 'この項目をご確認ください。',
    refused: 'お受けできませんでした（{{code}}）。',
  },
  genres: {
    Fantasy: 'ファンタジー',
    'Slice of life': '日常',
    Mystery: 'ミステリー',
    'Science fiction': 'SF',
    Romance: '恋愛',
    Historical: '歴史',
    Sports: 'スポーツ',
    Food: '料理',
    Horror: '怪談',
  },
};
