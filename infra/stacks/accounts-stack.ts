import { Stack } from 'aws-cdk-lib';
import type { IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { IdentityProvider } from '../../events/accounts/identity-provider.ts';
import { acknowledge } from '../acknowledge.ts';
import { Domain, type Ground } from '../constructs/domain.ts';
import type { DomainFunction } from '../constructs/domain-function.ts';
import { knowsViewers } from '../constructs/front-door-word.ts';
import { told } from '../constructs/told-values.ts';
import { providerSettings } from '../names.ts';
import type { Stage } from '../stages.ts';
import { Authorizer } from './api-stack.ts';

/** The tag of keys that sign access tokens; its value is the stage. */
const SIGNING_TAG = 'bunko:signs';
const IDENTITY_PROVIDERS = IdentityProvider.options;

/** Accounts, and the authorizer that all other domains rely on. */
export class AccountsStack extends Stack {
  private readonly authorizer: IHttpRouteAuthorizer;
  /** Id of the key of the stage. */
  private readonly signingKey: string;
  private readonly ground: Ground;

  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    this.ground = ground;
    this.signingKey = told(this, ground.stage.name, 'signing-key');
    this.authorizer = this.tokens();
    this.signIn();
    this.profile();
  }

  private tokens(): IHttpRouteAuthorizer {
    const accounts = new Domain(this, 'accounts', this.ground);
    const authorizer = accounts
      .function('authorizer', 'authorizer/handler.ts', { environment: this.tokenSettings })
      .looksUp('ended');
    this.knowsKeys(authorizer);
    return new Authorizer(this, 'tokens', { stage: this.ground.stage, handler: authorizer.fn.lambda }).forRoutes;
  }

  private signIn(): void {
    const accounts = new Domain(this, 'accounts', this.ground);
    const memorySize = 1024;
    const limited = (name: keyof Stage['addressLimits']) => ({
      ...this.tokenSettings,
      ADDRESS_LIMIT_FOR: name,
      ADDRESS_LIMIT: JSON.stringify(this.ground.stage.addressLimits[name]),
    });
    // What they answer is for one pair of eyes: no answer is kept under a key, so they are no commands like others.
    const session = (name: string, shape: { environment: Record<string, string>; memorySize?: number }) =>
      accounts.function(name, `commands/${name}/handler.ts`, shape);
    const withSessions = (fn: DomainFunction, ...actions: ('Get' | 'Put' | 'Update' | 'Delete')[]) =>
      fn.keeps(
        'SESSIONS_TABLE',
        'sessions',
        actions.map((action) => `dynamodb:${action}Item`),
      );
    const signing = (fn: DomainFunction, ...actions: ('Put' | 'Update' | 'Delete')[]) => {
      knowsViewers(fn.fn, this.ground.stage);
      this.mayUseKeys(fn, 'kms:Sign', 'kms:GetPublicKey');
      return withSessions(fn, 'Get', ...actions);
    };
    signing(accounts.command('register', { environment: limited('register'), memorySize }), 'Put', 'Update')
      .appendsTo('account')
      .meetsMembers()
      .claims('email', 'credentials')
      .answersAnyone('POST /api/auth/register');
    signing(session('login', { environment: limited('login'), memorySize }), 'Put', 'Update', 'Delete')
      .consults('account')
      .knowsPersonalData()
      .looksUp('email', 'credentials')
      .answersAnyone('POST /api/auth/login');
    signing(session('refresh', { environment: limited('refresh') }), 'Update', 'Delete')
      .consults('account')
      .knowsPersonalData()
      .answersAnyone('POST /api/auth/refresh');
    withSessions(session('logout', { environment: this.tokenSettings }), 'Delete').answersAnyone(
      'POST /api/auth/logout',
    );
    const withProvider = { ...limited('sign-in-with'), ...this.site };
    const withOthers = session('sign-in-with', { environment: withProvider, memorySize });
    knowsViewers(withOthers.fn, this.ground.stage);
    this.signInWith(withSessions(withOthers, 'Put', 'Update', 'Delete'));
    const keys = accounts
      .query('keys', { environment: this.tokenSettings })
      .answersAnyone('GET /api/.well-known/jwks.json', 'GET /api/.well-known/openid-configuration');
    this.knowsKeys(keys);
    this.rotation(accounts);
    accounts.query('avatar').answersAnyone('GET /api/avatars/{file}');
  }

  /** The key of the stage, and those that were made since: they carry its tag. */
  private mayUseKeys(fn: DomainFunction, ...actions: string[]): void {
    const ofTheStage = this.formatArn({ service: 'kms', resource: 'key', resourceName: this.signingKey });
    fn.fn.may({ actions, resources: [ofTheStage] });
    fn.fn.may({ actions, resources: [this.anyKey(fn)], conditions: { StringEquals: this.tagged('ResourceTag') } });
  }

  /** Reads which keys sign, and their public halves. */
  private knowsKeys(fn: DomainFunction): void {
    this.mayUseKeys(fn, 'kms:GetPublicKey');
    fn.keeps('SESSIONS_TABLE', 'sessions', ['dynamodb:GetItem']);
  }

  /** Run by an operator, `npm run rotate-keys`; who may invoke it may rotate. */
  private rotation(accounts: Domain): void {
    const rotate = accounts
      .function('rotate-keys', 'rotate-keys/handler.ts', {
        environment: { SIGNING_KEY: this.signingKey, SIGNING_TAG },
      })
      .keeps('SESSIONS_TABLE', 'sessions', ['dynamodb:GetItem', 'dynamodb:PutItem']);
    const resources = [this.anyKey(rotate)];
    acknowledge(rotate.fn, 'IAM5[Resource::*]', 'A key has no name before it is made; the tag says what it is for');
    rotate.fn.may(
      { actions: ['kms:CreateKey'], resources: ['*'], conditions: { StringEquals: this.tagged('RequestTag') } },
      { actions: ['kms:TagResource'], resources, conditions: { StringEquals: this.tagged('RequestTag') } },
      { actions: ['kms:ScheduleKeyDeletion'], resources, conditions: { StringEquals: this.tagged('ResourceTag') } },
    );
  }

  private tagged(where: 'RequestTag' | 'ResourceTag'): Record<string, string> {
    return { [`aws:${where}/${SIGNING_TAG}`]: this.ground.stage.name };
  }

  /** Every key of the account; only ever together with the tag. */
  private anyKey(fn: DomainFunction): string {
    const place = 'arn:<AWS::Partition>:kms:<AWS::Region>:<AWS::AccountId>:key/*';
    acknowledge(fn.fn, `IAM5[Resource::${place}]`, 'Keys that a rotation made, by their tag');
    return this.formatArn({ service: 'kms', resource: 'key', resourceName: '*' });
  }

  /** Providers are set up by an operator, who writes their settings as parameters: a template would show the secrets. */
  private signInWith(fn: DomainFunction): void {
    const parameters = providerSettings(this.ground.stage);
    fn.fn.lambda.addEnvironment('PROVIDERS', parameters);
    const resources = IDENTITY_PROVIDERS.map((provider) =>
      this.formatArn({ service: 'ssm', resource: 'parameter', resourceName: `${parameters.slice(1)}/${provider}` }),
    );
    fn.fn.may({ actions: ['ssm:GetParameter'], resources });
    fn.appendsTo('account')
      .meetsMembers()
      .looksUp('email', 'identity')
      .claims('email', 'identity')
      .releases('credentials')
      .answersAnyone(
        ...IDENTITY_PROVIDERS.flatMap((provider) => [
          `GET /api/auth/${provider}/authorize` as const,
          `GET /api/auth/${provider}/callback` as const,
        ]),
      );
  }

  private profile(): void {
    const accounts = new Domain(this, 'accounts', { ...this.ground, authorizer: this.authorizer });
    accounts.query('me').consults('account').knowsPersonalData().answers('GET /api/me');
    accounts.command('change-profile').appendsTo('account').knowsPersonalData().answers('PATCH /api/me');
    accounts
      .command('delete-account')
      .appendsTo('account', 'patron')
      .knowsPersonalData()
      .claims('ended')
      .releases('email', 'credentials', 'identity')
      .answers('DELETE /api/me');
    accounts.reaction('forget-member').hears().keeps('SUBJECT_KEYS_TABLE', 'subject-keys', ['dynamodb:PutItem']);
    accounts.command('change-roles').appendsTo('account').answers('PUT /api/members/{memberId}/roles');
  }

  private get site(): Record<string, string> {
    const { site } = this.ground.stage;
    return site === undefined ? {} : { SITE_URL: site };
  }

  private get tokenSettings() {
    const { stage } = this.ground;
    return {
      ISSUER: stage.issuer,
      SIGNING_KEY: this.signingKey,
      COOKIE_SECURE: String(stage.secureCookies),
    };
  }
}
