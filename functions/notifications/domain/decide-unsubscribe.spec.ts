import { describe, it } from 'vitest';
import { given } from '../../platform/given.ts';
import { type AddresseeEvent, addressee } from './addressee.ts';
import { decideUnsubscribe } from './decide-unsubscribe.ts';
import { aki, registered } from './phrases.ts';

const history = given(decideUnsubscribe, addressee);
const account = registered as AddresseeEvent;
const stopped: AddresseeEvent = {
  type: 'accounts.preferences-changed',
  data: { memberId: aki, language: 'ja', unsubscribed: ['overdue'] },
};

describe('stopping a kind of mail', () => {
  it('adds it to those that are not wanted, and leaves the language', () =>
    history(account, stopped)
      .when({ memberId: aki, kind: 'borrowed' })
      .thenEvents([
        {
          type: 'accounts.preferences-changed',
          data: { memberId: aki, language: 'ja', unsubscribed: ['borrowed', 'overdue'] },
        },
      ]));
  it('says nothing the second time', () =>
    history(account, stopped).when({ memberId: aki, kind: 'overdue' }).thenEvents([]));
  it('says nothing for who has left', () =>
    history(account, { type: 'accounts.account-deleted', data: { memberId: aki } })
      .when({ memberId: aki, kind: 'overdue' })
      .thenEvents([]));
});
