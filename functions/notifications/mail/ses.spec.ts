import { describe, expect, it } from 'vitest';
import { inputOf } from './ses.ts';

describe('what SES is asked to send', () => {
  it('carries the way to stop this kind of mail, for one click in the mail program', () => {
    const unsubscribe = 'https://bunko.example/api/notifications/unsubscribe?token=aki.1.x';
    const mail = { key: 'k', kind: 'borrowed', to: 'a@b.c', subject: 's', text: 't', html: 'h', unsubscribe } as const;
    const { Content } = inputOf(mail, { from: 'library@bunko.example', configurationSet: 'mails' });
    expect(Content.Simple.Headers).toEqual([
      { Name: 'List-Unsubscribe', Value: `<${unsubscribe}>` },
      { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
    ]);
  });
});
