import type { messages as english } from '../en/messages.ts';
import type { Words } from '../en.ts';

export const messages: Words<typeof english> = {
  comments: {
    title: '読者の声',
    label: 'コメント',
    editLabel: 'コメントの書き直し',
    post: '投稿する',
    edit: '編集',
    edited: '編集済み',
    delete: '削除',
    deleteTitle: 'このコメントを削除しますか？',
    deleteText: 'コメントと評価は、どなたからも見えなくなります。',
    rating: '評価（任意）',
    noRating: '評価しない',
    stars_other: '5つ星のうち{{count}}',
    average: '5点中{{rating}}',
    count_other: '{{count}}件のコメント',
    none: 'まだコメントはありません。',
    counter: '{{count}} / {{most}}文字',
    former: '退会した会員',
    signIn: 'ログインしてコメントする',
  },
  inbox: {
    title: 'お知らせ',
    unread_other: '未読 {{count}}件',
    allRead: 'すべて既読です。',
    markRead: '既読にする',
    markAll: 'すべて既読にする',
    none: 'お知らせはまだありません。届くとここに現れます。',
    open: '開く',
    new: '新着',
  },
  mail: {
    title: 'メール',
    intro: '送られるはずだったメールです。手もとの図書館だけに表示されます。',
    to: '宛先',
    none: '送信されたメールはありません。',
    away: 'ここには手もとの郵便受けがありません。',
  },
};
