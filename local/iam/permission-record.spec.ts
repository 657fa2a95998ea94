import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { AccessRequest, PolicyStatement, Principal } from '../ports.ts';
import { authorize } from './authorize.ts';
import { RecordedLine, recorded } from './permission-record.ts';

const directories: string[] = [];
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

/** Decides on these requests of one function, and answers what is noted of them. */
const notedOf = (statements: readonly PolicyStatement[], ...requests: AccessRequest[]) => {
  const directory = mkdtempSync(join(tmpdir(), 'bunko-permissions-'));
  directories.push(directory);
  const decide = recorded(authorize, directory);
  const principal: Principal = { kind: 'function', functionName: 'f', roleArn: 'arn:role', statements };
  for (const request of requests) decide(principal, request);
  decide({ kind: 'outside' }, { action: 'dynamodb:Scan', resource: 'table' });
  return readdirSync(directory).flatMap((file) =>
    readFileSync(join(directory, file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => RecordedLine.parse(JSON.parse(line))),
  );
};
const statement = (more: Partial<PolicyStatement> = {}): PolicyStatement => ({
  effect: 'Allow',
  actions: ['dynamodb:PutItem', 'dynamodb:Query'],
  resources: ['events'],
  conditions: {},
  ...more,
});
const put = (...keys: string[]): AccessRequest => ({
  action: 'dynamodb:PutItem',
  resource: 'events',
  ...(keys.length > 0 && { context: { 'dynamodb:LeadingKeys': keys } }),
});
const used = (condition = '') => ({
  kind: 'used',
  roleArn: 'arn:role',
  action: 'dynamodb:PutItem',
  resource: 'events',
  condition,
});
const byKey = statement({
  conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['main#loan#*', 'main#card#*'] } },
});

describe('the record of permissions', () => {
  it('has each permission that a function used once, and not those beside it', () =>
    expect(notedOf([statement()], put(), put())).toEqual([used()]));

  it('tells the keys apart that a statement grants', () =>
    expect(notedOf([byKey], put('main#loan#1'), put('main#loan#2'))).toEqual([used('main#loan#*')]));

  it('takes a request without a key for one of all keys, as the condition does', () =>
    expect(notedOf([byKey], put())).toEqual([used('main#loan#*'), used('main#card#*')]));

  it('shows a condition about something else as it is', () => {
    const conditions = { StringEquals: { 'aws:ResourceTag/stage': ['local'] } };
    const request = { ...put(), context: { 'aws:ResourceTag/stage': ['local'] } };
    expect(notedOf([statement({ conditions })], request)).toEqual([used(JSON.stringify(conditions))]);
  });

  it('has what was refused, with the keys it was refused for; a denial grants nothing', () => {
    const denial = statement({ effect: 'Deny', actions: ['dynamodb:*'] });
    expect(notedOf([statement(), denial], put('main#loan#1'))).toEqual([
      {
        kind: 'refused',
        roleArn: 'arn:role',
        action: 'dynamodb:PutItem',
        resource: 'events',
        context: { 'dynamodb:LeadingKeys': ['main#loan#1'] },
      },
    ]);
  });

  it('knows nothing of who comes from outside', () => expect(notedOf([statement()])).toEqual([]));
});
