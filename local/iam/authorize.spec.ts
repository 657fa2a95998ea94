import { describe, expect, it } from 'vitest';
import type { PolicyStatement, Principal, Resource } from '../ports.ts';
import { authorize } from './authorize.ts';
import { readRoles } from './role-statements.ts';

const TABLE = 'arn:aws:dynamodb:ap-northeast-1:000000000000:table/events';
const statement = (more: Partial<PolicyStatement> = {}): PolicyStatement => ({
  effect: 'Allow',
  actions: ['dynamodb:PutItem'],
  resources: [TABLE],
  conditions: {},
  ...more,
});
const as = (...statements: PolicyStatement[]): Principal => ({
  kind: 'function',
  functionName: 'borrow',
  roleArn: 'arn:aws:iam::000000000000:role/BorrowRole',
  statements,
});
const put = { action: 'dynamodb:PutItem', resource: TABLE };

describe('a call', () => {
  it('from outside is always allowed', () => expect(authorize({ kind: 'outside' }, put)).toBeUndefined());

  it('is refused in AWS’s words when nothing allows it', () =>
    expect(authorize(as(), put)).toBe(
      `User: arn:aws:sts::000000000000:assumed-role/BorrowRole/borrow is not authorized to perform: dynamodb:PutItem on resource: ${TABLE} because no identity-based policy allows the dynamodb:PutItem action`,
    ));

  it('is refused by an explicit deny, whatever allows it', () =>
    expect(
      authorize(as(statement(), statement({ effect: 'Deny', actions: ['dynamodb:*'], resources: ['*'] })), put),
    ).toMatch(/with an explicit deny in an identity-based policy$/));

  it.each<[string, Partial<PolicyStatement>, boolean]>([
    ['the exact action', {}, true],
    ['a wildcard action', { actions: ['dynamodb:Put*'] }, true],
    ['an action in other case', { actions: ['DynamoDB:putitem'] }, true],
    ['a wildcard resource', { resources: ['arn:aws:dynamodb:*:*:table/ev?nts'] }, true],
    ['another resource', { resources: [`${TABLE}/index/x`] }, false],
    ['a pattern whose dot is a dot', { resources: [TABLE.replace('events', 'e.ents')] }, false],
  ])('is decided by %s', (_, more, allowed) => expect(authorize(as(statement(more)), put) === undefined).toBe(allowed));

  const keys = (...values: string[]) => ({ ...put, context: { 'dynamodb:LeadingKeys': values } });
  it.each<[string, readonly string[], boolean]>([
    ['ForAllValues:StringLike', ['main#loan#1', 'main#loan#2'], true],
    ['ForAllValues:StringLike', ['main#loan#1', 'main#copy#1'], false],
    ['ForAllValues:StringLike', [], true],
    ['ForAnyValue:StringLike', ['main#copy#1', 'main#loan#1'], true],
    ['ForAnyValue:StringLike', [], false],
    ['StringLike', ['main#loan#1'], true],
    ['StringLike', [], false],
    ['StringLikeIfExists', [], true],
    ['StringNotLike', ['main#loan#1'], false],
    ['StringEquals', ['main#loan#*'], true],
    ['StringEquals', ['main#loan#1'], false],
  ])('is decided by %s on keys %j', (operator, values, allowed) => {
    const conditions = { [operator]: { 'dynamodb:LeadingKeys': ['main#loan#*'] } };
    expect(authorize(as(statement({ conditions })), keys(...values)) === undefined).toBe(allowed);
  });

  it('may depend on a key being there', () => {
    const absent = as(statement({ conditions: { Null: { 'dynamodb:LeadingKeys': ['true'] } } }));
    expect(authorize(absent, put)).toBeUndefined();
    expect(authorize(absent, keys('a'))).toBeDefined();
  });
});

describe('a role', () => {
  const resource = (type: string, logicalId: string, properties: Record<string, unknown>): Resource => ({
    stack: 'S',
    logicalId,
    type: `AWS::IAM::${type}`,
    physicalId: `S-${logicalId}`,
    arn: `arn:aws:iam::000000000000:${type === 'Role' ? 'role' : 'policy'}/S-${logicalId}`,
    properties,
  });
  const document = (Statement: unknown) => ({ PolicyDocument: { Version: '2012-10-17', Statement } });
  const allowing = (Action: string) => document([{ Effect: 'Allow', Action, Resource: '*' }]);
  const actionsOf = (...resources: Resource[]) =>
    [...readRoles(resources).values()].flatMap(({ statements }) => statements.flatMap(({ actions }) => actions));

  it('has what it says inline, what is attached, and what managed policies say', () => {
    const role = resource('Role', 'R', {
      Policies: [allowing('sqs:SendMessage')],
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess', 'arn:aws:iam::000000000000:policy/S-M'],
    });
    const attached = resource('Policy', 'P', { ...allowing('kms:Sign'), Roles: ['S-R'] });
    const foreign = resource('Policy', 'F', { ...allowing('kms:Decrypt'), Roles: ['S-Other'] });
    expect(actionsOf(role, attached, foreign, resource('ManagedPolicy', 'M', allowing('ses:SendEmail')))).toEqual([
      'sqs:SendMessage',
      'kms:Sign',
      'xray:PutTraceSegments',
      'xray:PutTelemetryRecords',
      'ses:SendEmail',
    ]);
  });

  it.each([
    [
      'an unknown operator',
      [{ Effect: 'Allow', Action: 'a:b', Resource: '*', Condition: { IpAddress: { 'aws:SourceIp': '::1' } } }],
    ],
    ['NotAction', [{ Effect: 'Allow', NotAction: 'a:b', Resource: '*' }]],
  ])('with %s is refused at the start', (_, Statement) =>
    expect(() => actionsOf(resource('Role', 'R', { Policies: [document(Statement)] }))).toThrow(
      expect.objectContaining({ at: 'S/R' }),
    ));

  it('with an unknown managed policy is refused at the start', () =>
    expect(() =>
      actionsOf(resource('Role', 'R', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] })),
    ).toThrow(expect.objectContaining({ at: 'S/R' })));
});
