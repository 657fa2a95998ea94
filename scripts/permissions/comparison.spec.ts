import { describe, expect, it } from 'vitest';
import { compared, type Exception } from './comparison.ts';
import { findingText } from './finding-text.ts';
import type { Grant } from './grant.ts';

const grant = (action: string, more: Partial<Grant> = {}): Grant => ({
  owner: 'borrow',
  action,
  resource: 'table/events',
  condition: '',
  ...more,
});
const nothing = { grants: [], uses: [], refused: [], needs: [], exceptions: [] };
const found = (facts: Partial<Parameters<typeof compared>[0]>) =>
  compared({ ...nothing, ...facts }).findings.map(findingText);
const byBorrow = (one: Grant) => ({ grant: one, journeys: ['borrow'] });
const seldom: Exception = { because: 'seldom', actions: ['dynamodb:PutItem'], resources: ['table/*'] };

describe('a permission', () => {
  it('that was used is in order', () => {
    const put = grant('dynamodb:PutItem');
    expect(found({ grants: [put], uses: [byBorrow(put)] })).toEqual([]);
  });

  it('that nobody used is found, of another key or another function too', () => {
    const [loan, card] = ['main#loan#*', 'main#card#*'].map((condition) => grant('dynamodb:PutItem', { condition }));
    const renew = grant('dynamodb:PutItem', { owner: 'renew', condition: 'main#loan#*' });
    expect(found({ grants: [loan, card, renew] as Grant[], uses: [byBorrow(loan as Grant)] })).toEqual([
      'granted but never used: borrow: dynamodb:PutItem on table/events of main#card#*',
      'granted but never used: renew: dynamodb:PutItem on table/events of main#loan#*',
    ]);
  });

  it('that only AWS itself uses, in the name of the function, is in order; without it, it is missed', () => {
    const need = { owner: 'borrow', action: 'sqs:SendMessage', resource: 'dead', because: 'Lambda sends there' };
    expect(found({ grants: [grant('sqs:SendMessage', { resource: 'dead' })], needs: [need] })).toEqual([]);
    expect(found({ needs: [need] })).toEqual([
      'needed but not granted: borrow: sqs:SendMessage on dead (Lambda sends there)',
    ]);
  });

  it('that was refused is missed', () => {
    const refused = [{ owner: 'renew', action: 'dynamodb:GetItem', resource: 'table/snapshots', journey: 'orders' }];
    expect(found({ refused })).toEqual([
      'needed but not granted: renew: dynamodb:GetItem on table/snapshots (refused in orders)',
    ]);
  });
});

describe('an exception', () => {
  it('excuses what it fits, and nothing else', () =>
    expect(found({ grants: [grant('dynamodb:PutItem'), grant('dynamodb:Query')], exceptions: [seldom] })).toEqual([
      'granted but never used: borrow: dynamodb:Query on table/events',
    ]));

  it('that excuses nothing any more is found', () => {
    const put = grant('dynamodb:PutItem');
    expect(found({ grants: [put], uses: [byBorrow(put)], exceptions: [seldom] })).toEqual([
      'exception that nothing needs: seldom',
    ]);
  });

  it('for code that all have in common wants somebody who played it', () => {
    const [mine, other] = [grant('dynamodb:PutItem'), grant('dynamodb:PutItem', { owner: 'renew' })];
    const exceptions = [{ ...seldom, owners: ['borrow'], playedByAnother: true as const }];
    expect(found({ grants: [mine, other], uses: [{ grant: other, journeys: ['x'] }], exceptions })).toEqual([]);
    expect(found({ grants: [mine], exceptions })).toEqual([
      'exception for code that nobody played: seldom (borrow: dynamodb:PutItem on table/events)',
    ]);
  });
});
