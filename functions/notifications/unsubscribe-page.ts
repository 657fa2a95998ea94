import type { Language } from '../../events/accounts/language.ts';
import type { NoticeKind } from '../../events/accounts/notice-kind.ts';
import type { Answer } from '../platform/http/problem.ts';
import { escaped } from './domain/escaped.ts';

const words = {
  en: {
    ask: (kind: string) => `Shall the library send you no more mails of the kind “${kind}”?`,
    stop: 'No more mails of this kind',
    done: (kind: string) => `You will get no more mails of the kind “${kind}”. Messages still come to your inbox.`,
  },
  ja: {
    ask: (kind: string) => `「${kind}」のメールの配信を停止しますか。`,
    stop: 'このメールの配信を停止する',
    done: (kind: string) => `「${kind}」のメールの配信を停止しました。受信箱のお知らせは引き続き届きます。`,
  },
} as const;

const kinds: Readonly<Record<Language, Readonly<Record<NoticeKind, string>>>> = {
  en: {
    welcome: 'welcome',
    borrowed: 'borrowed',
    returned: 'returned',
    'due-soon': 'due soon',
    overdue: 'overdue',
    'hold-ready': 'hold ready',
    'card-expiring': 'card expiring',
    'order-confirmed': 'order confirmed',
    'order-cancelled': 'order cancelled',
    'order-shipped': 'order shipped',
    'low-stock': 'low stock',
    'media-ready': 'media ready',
    'media-failed': 'media failed',
  },
  ja: {
    welcome: 'ようこそ',
    borrowed: '貸出',
    returned: '返却',
    'due-soon': 'まもなく返却期限',
    overdue: '返却期限超過',
    'hold-ready': '予約の用意',
    'card-expiring': 'カードの有効期限',
    'order-confirmed': '注文確定',
    'order-cancelled': '注文取消',
    'order-shipped': '発送',
    'low-stock': '在庫僅少',
    'media-ready': 'メディアの準備完了',
    'media-failed': 'メディアの失敗',
  },
};

/** Asks; the form goes to the address it came from, as a mail program's one click does. */
export const askingPage = ({ kind, language }: { kind: NoticeKind; language: Language }): Answer =>
  page(
    language,
    words[language].ask(kinds[language][kind]),
    `<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button>${escaped(words[language].stop)}</button></form>`,
  );

export const donePage = ({ kind, language }: { kind: NoticeKind; language: Language }): Answer =>
  page(language, words[language].done(kinds[language][kind]), '');

const STYLE = 'body{font:16px/1.6 system-ui,sans-serif;max-width:32rem;margin:4rem auto;padding:0 1rem}';

/** The address of this page is a key to one setting, so it is told to no other site. */
const page = (language: Language, sentence: string, form: string): Answer => ({
  statusCode: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  },
  body: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Bunko 文庫</title><style>${STYLE}</style></head><body><h1>Bunko 文庫</h1><p>${escaped(sentence)}</p>${form}</body></html>`,
});
