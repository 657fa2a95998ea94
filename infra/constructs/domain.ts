import type { Duration } from 'aws-cdk-lib';
import type { IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import type { Listener } from '../../events/subscriptions.ts';
import { commitsBucket, nameIn } from '../names.ts';
import type { ApiStack } from '../stacks/api-stack.ts';
import type { Stage } from '../stages.ts';
import { BunkoFunction } from './bunko-function.ts';
import { CountAlarm } from './count-alarm.ts';
import { DomainCommand, DomainFunction, DomainListener } from './domain-function.ts';
import type { KafkaNetwork } from './kafka-access.ts';
import { told } from './told-values.ts';

/** What a domain stands on. */
export interface Ground {
  stage: Stage;
  api: ApiStack;
  /** Finds out who calls; the one that the accounts tell of, unless it is there already. */
  authorizer?: IHttpRouteAuthorizer;
}
export type Route = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;
interface Shape {
  memorySize?: number;
  timeout?: Duration;
  environment?: Readonly<Record<string, string>>;
  /** Where it must be to reach Kafka; without it the function is in no VPC. */
  network?: KafkaNetwork;
}

/** A domain in sentences: what it can be told, what it shows, what it reacts to. Grants and dead letters are inside the verbs. */
export class Domain {
  readonly scope: Construct;
  readonly name: string;
  readonly ground: Ground;

  constructor(scope: Construct, name: string, ground: Ground) {
    this.scope = scope;
    this.name = name;
    this.ground = ground;
  }

  /** A command over HTTP: `functions/<domain>/commands/<name>/handler.ts`. */
  command(name: string, shape: Shape = {}): DomainCommand {
    return new DomainCommand(this, this.build(name, `commands/${name}/handler.ts`, shape));
  }

  /** Reads over HTTP: `queries/<name>/handler.ts`. */
  query(name: string, shape: Shape = {}): DomainFunction {
    return this.function(`${name}-query`, `queries/${name}/handler.ts`, shape);
  }

  /** Reads over HTTP of one read model: `projections/<name>/query.ts`. */
  queryOf(name: string, shape: Shape = {}): DomainFunction {
    return this.function(`${name}-query`, `projections/${name}/query.ts`, shape);
  }

  /** A read model that follows events: `projections/<name>/handler.ts`. */
  projection(listener: Listener, folder: string = listener): DomainListener {
    return this.listener(listener, `projections/${folder}/handler.ts`);
  }

  /** Events in, commands out: `reactions/<name>/handler.ts`. */
  reaction(listener: Listener, shape: Shape = {}): DomainListener {
    return this.listener(listener, `reactions/${listener}/handler.ts`, shape);
  }

  /** Any other function of the domain, by its path below the domain's folder. */
  function(name: string, path: string, shape: Shape = {}): DomainFunction {
    return new DomainFunction(this, this.build(name, path, shape));
  }

  /** One alarm for the records that the listeners of this domain set aside, whichever of its stacks they are in. */
  private watchDeadLetters(): void {
    const { stage } = this.ground;
    const id = `quarantined-${this.name}`;
    if (!stage.alarms || this.scope.node.root.node.children.some(({ node }) => node.tryFindChild(id))) return;
    new CountAlarm(this.scope, id, {
      stage,
      service: this.name,
      metricName: 'Quarantined',
      description: `A listener of ${this.name} set a record aside in the dead-letters table`,
    });
  }

  private listener(listener: Listener, path: string, shape: Shape = {}): DomainListener {
    this.watchDeadLetters();
    return new DomainListener(this, listener, this.build(listener, path, shape));
  }

  private build(name: string, path: string, { environment = {}, ...shape }: Shape): BunkoFunction {
    const { stage } = this.ground;
    const fn = new BunkoFunction(this.scope, name, {
      stage,
      name,
      service: this.name,
      entry: `functions/${this.name}/${path}`,
      ...shape,
      environment: {
        EVENTS_TABLE: nameIn(stage, 'events'),
        CLAIMS_TABLE: nameIn(stage, 'claims'),
        SNAPSHOTS_TABLE: nameIn(stage, 'snapshots'),
        COMMITS_BUCKET: commitsBucket(this.scope, stage),
        DEAD_LETTERS_TABLE: nameIn(stage, 'dead-letters'),
        PROJECTIONS_TABLE: nameIn(stage, 'projections'),
        ...environment,
      },
    });
    fn.dataKey = () => told(this.scope, stage.name, 'data-key');
    return fn;
  }
}
