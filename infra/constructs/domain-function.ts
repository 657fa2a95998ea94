import { type HttpMethod, HttpRoute, HttpRouteKey, type IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Listener } from '../../events/subscriptions.ts';
import type { Category } from '../../events/topics.ts';
import { acknowledge } from '../acknowledge.ts';
import { nameIn, tableArn } from '../names.ts';
import type { Stage } from '../stages.ts';
import { type ViewName, views } from '../views.ts';
import type { BunkoFunction } from './bunko-function.ts';
import type { Domain, Route } from './domain.ts';
import { mayAppend, mayClaim, mayConsult, mayRestOn } from './event-access.ts';
import { apiOf, authorizerOf } from './front-door.ts';
import { Hearing } from './hearing.ts';
import { maintain } from './maintenance.ts';
import { told } from './told-values.ts';
import { mayFollowIntoView, mayListView, mayListViewBy, mayReadView } from './view-access.ts';

/** A function of a domain, and what it may do. */
export class DomainFunction {
  protected readonly domain: Domain;
  readonly fn: BunkoFunction;

  constructor(domain: Domain, fn: BunkoFunction) {
    this.domain = domain;
    this.fn = fn;
  }

  /** Routes for those who are signed in; the function itself says which roles. */
  answers(...routes: Route[]): this {
    return this.routed(routes, this.domain.ground.authorizer ?? authorizerOf(this.domain.scope, this.stage));
  }

  /** Routes for anyone. */
  answersAnyone(...routes: Route[]): this {
    return this.routed(routes);
  }

  /** Appends to streams of these categories, and reads them. */
  appendsTo(...categories: Category[]): this {
    mayAppend(this.fn, this.stage, categories);
    return this;
  }

  /** Reads streams of these categories. */
  consults(...categories: Category[]): this {
    mayConsult(this.fn, this.stage, categories);
    return this;
  }

  /** Decides on streams of these categories too: what it decides falls when one of them grows meanwhile. */
  restsOn(...categories: Category[]): this {
    mayRestOn(this.fn, this.stage, categories);
    return this.consults(...categories);
  }

  /** Takes claims of these kinds. */
  claims(...kinds: string[]): this {
    mayClaim(this.fn, this.stage, kinds, ['dynamodb:PutItem']);
    return this;
  }

  /** Gives up claims of these kinds. */
  releases(...kinds: string[]): this {
    mayClaim(this.fn, this.stage, kinds, ['dynamodb:DeleteItem']);
    return this;
  }

  /** Looks up who holds claims of these kinds. */
  looksUp(...kinds: string[]): this {
    mayClaim(this.fn, this.stage, kinds, ['dynamodb:GetItem']);
    return this;
  }

  /** Reads and writes personal data in events of members who have their key; for everybody else those fields are blank. */
  knowsPersonalData(): this {
    const key = this.personalDataKey();
    this.fn.lambda.addEnvironment('PERSONAL_DATA_KEY', key);
    this.fn.may({ actions: ['kms:Decrypt'], resources: [key] });
    return this.keeps('SUBJECT_KEYS_TABLE', 'subject-keys', ['dynamodb:GetItem']);
  }

  /** The same for new members too, for whom it makes a key. */
  meetsMembers(): this {
    this.fn.may({ actions: ['kms:GenerateDataKey'], resources: [this.personalDataKey()] });
    return this.knowsPersonalData().keeps('SUBJECT_KEYS_TABLE', 'subject-keys', ['dynamodb:PutItem']);
  }

  /** Reads rows of a read model, each by its key, and how far the model is. */
  from(...names: ViewName[]): this {
    for (const name of names) mayReadView(this.fn, this.stage, name);
    return this;
  }

  /** Reads lists of a read model in the order in which it is kept. */
  listing(...names: ViewName[]): this {
    for (const name of names) mayListView(this.fn, this.stage, name);
    return this;
  }

  /** Reads lists of a read model in these other orders; in all it has when none is named. */
  listingBy<V extends ViewName>(name: V, ...indexes: (typeof views)[V][number]['name'][]): this {
    const all = views[name].map((index) => index.name);
    mayListViewBy(this.fn, this.stage, name, indexes.length > 0 ? indexes : all);
    return this;
  }

  /** Follows events into a read model. */
  into(...names: ViewName[]): this {
    for (const name of names) mayFollowIntoView(this.fn, this.stage, name);
    return this;
  }

  /** Uses a table of the data stack, and reads these indexes of it; its name is in the environment. */
  keeps(variable: string, table: string, actions: string[], indexes: readonly string[] = []): this {
    const arn = tableArn(this.fn, nameIn(this.stage, table));
    this.fn.lambda.addEnvironment(variable, nameIn(this.stage, table));
    if (actions.length > 0) this.fn.may({ actions, resources: [arn] });
    for (const index of indexes) this.fn.may({ actions: ['dynamodb:Query'], resources: [`${arn}/index/${index}`] });
    return this;
  }

  get stage(): Stage {
    return this.domain.ground.stage;
  }

  private personalDataKey(): string {
    return told(this.fn, this.stage.name, 'personal-data-key');
  }

  private routed(routes: readonly Route[], authorizer?: IHttpRouteAuthorizer): this {
    const { api } = this.domain.ground;
    const integration = new HttpLambdaIntegration(this.fn.node.id, this.fn.lambda);
    for (const route of routes) {
      const [method = '', path = ''] = route.split(' ');
      api.knowPath(path);
      const added = new HttpRoute(this.domain.scope, route, {
        httpApi: apiOf(this.domain.scope, this.stage),
        routeKey: HttpRouteKey.with(path, method as HttpMethod),
        integration,
        ...(authorizer && { authorizer }),
      });
      if (!authorizer) acknowledge(added, 'APIG4', 'A public route: anyone may call it');
    }
    return this;
  }
}

/** A command over HTTP. An idempotency key may come with it, under which its answer is kept. */
export class DomainCommand extends DomainFunction {
  constructor(domain: Domain, fn: BunkoFunction) {
    super(domain, fn);
    this.claims('request').looksUp('request');
  }

  /** Under a key it also keeps the answer that nothing had to change, if that still holds when it is kept. */
  override appendsTo(...categories: Category[]): this {
    mayRestOn(this.fn, this.stage, categories);
    return super.appendsTo(...categories);
  }
}

/** A function that hears events: through the backbone unless it says otherwise. */
export class DomainListener extends DomainFunction {
  private readonly listener: Listener;

  constructor(domain: Domain, listener: Listener, fn: BunkoFunction) {
    super(domain, fn);
    this.listener = listener;
    fn.may({
      actions: ['dynamodb:UpdateItem'],
      resources: [tableArn(fn, nameIn(this.stage, 'dead-letters'))],
      conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [listener] } },
    });
  }

  /** Through the backbone of the stage. Gaps are filled from the event table. */
  hears(): this {
    const hearing = new Hearing(this.domain.scope, `${this.listener}-hearing`, this.hearing());
    hearing.throughTheBackbone();
    return this.consults(...hearing.categories);
  }

  /** Through EventBridge, whatever the backbone is: for events that are told to others as well. */
  hearsOnTheBus(): this {
    const hearing = new Hearing(this.domain.scope, `${this.listener}-hearing`, this.hearing());
    hearing.throughTheBus();
    return this.consults(...hearing.categories);
  }

  /** Can be rebuilt from the event table, by the operations API. */
  rebuildable(): this {
    maintain(this.domain, this.listener);
    return this;
  }

  private hearing() {
    return { ground: this.domain.ground, listener: this.listener, fn: this.fn };
  }
}
