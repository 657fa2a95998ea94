import { describe, expect, it } from 'vitest';
import { fold } from '../../platform/decider.ts';
import { type AddresseeEvent, addressee } from './addressee.ts';
import { aki, registered } from './phrases.ts';

const account = registered as AddresseeEvent;
const renamed: AddresseeEvent = { type: 'accounts.profile-changed', data: { memberId: aki, name: 'Akiko' } };

describe('the addressee of a mail', () => {
  it('is nobody without an account', () => expect(fold(addressee, [])).toBeUndefined());

  it('has the address of the account and the name used last', () =>
    expect(fold(addressee, [account, renamed])).toEqual({ name: 'Akiko', email: 'aki@example.test' }));

  it('stays as it is whatever else happens to the account', () => {
    const other = { type: 'accounts.roles-changed', data: { memberId: aki, roles: ['admin'] } };
    expect(fold(addressee, [account, other as unknown as AddresseeEvent])).toEqual({
      name: 'Aki',
      email: 'aki@example.test',
    });
  });
});
