import { describe, expect, it } from 'vitest';
import { fold } from '../../platform/decider.ts';
import { type AddresseeEvent, addressee } from './addressee.ts';
import { aki, registered } from './phrases.ts';

const account = registered as AddresseeEvent;
const renamed: AddresseeEvent = { type: 'accounts.profile-changed', data: { memberId: aki, name: 'Akiko' } };
const inJapanese: AddresseeEvent = {
  type: 'accounts.preferences-changed',
  data: { memberId: aki, language: 'ja', unsubscribed: ['borrowed'] },
};

describe('the addressee of a mail', () => {
  it('is nobody without an account', () => expect(fold(addressee, [])).toBeUndefined());

  it('has the address of the account and the name used last', () =>
    expect(fold(addressee, [account, renamed])).toEqual({
      name: 'Akiko',
      email: 'aki@example.test',
      language: 'en',
      unsubscribed: [],
    }));

  it('is spoken to as was said last', () =>
    expect(fold(addressee, [account, inJapanese, renamed])).toMatchObject({
      language: 'ja',
      unsubscribed: ['borrowed'],
    }));

  it('stays as it is whatever else happens to the account', () => {
    const other = { type: 'accounts.roles-changed', data: { memberId: aki, roles: ['admin'] } };
    expect(fold(addressee, [account, other as unknown as AddresseeEvent])).toEqual(fold(addressee, [account]));
  });
});
