import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { subscriptions } from '../../events/subscriptions.ts';
import { mayAskBacklog } from '../constructs/backlog-access.ts';
import { Domain, type Ground } from '../constructs/domain.ts';
import type { DomainFunction } from '../constructs/domain-function.ts';
import { kafkaNetwork } from '../constructs/kafka-access.ts';
import { nameIn } from '../names.ts';
import { projections } from '../views.ts';

/** What operators see and do: read models and their rebuilds, dead letters and their redrive. */
export class OperationsStack extends Stack {
  private readonly operations: Domain;
  private readonly ground: Ground;

  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    this.ground = ground;
    this.operations = new Domain(this, 'operations', ground);
    this.deadLetters();
    this.projections();
  }

  private projections(): void {
    const { operations, ground } = this;
    const environment = { PROJECTIONS: JSON.stringify(projections), NAME_PREFIX: nameIn(ground.stage, '') };
    const states = (fn: DomainFunction, ...actions: string[]) => fn.keeps('PROJECTIONS_TABLE', 'projections', actions);
    const ordering = (name: string, shape: { timeout?: Duration } = {}) => {
      const fn = operations.command(name, { environment, ...shape });
      fn.fn.may({
        actions: ['lambda:InvokeFunction'],
        resources: Object.keys(projections).map((view) => this.functionArn(`${view}-maintenance`)),
      });
      return fn;
    };
    const changing = (fn: DomainFunction) => states(fn, 'dynamodb:GetItem', 'dynamodb:PutItem');
    changing(ordering('rebuild-projection')).answers('POST /api/ops/projections/{name}/rebuild');
    changing(ordering('cancel-rebuild')).answers('DELETE /api/ops/projections/{name}/rebuild');
    ordering('verify-projection', { timeout: Duration.seconds(29) }).answers('POST /api/ops/projections/{name}/verify');

    const seeing = operations.query('projections', { environment, ...kafkaNetwork(this, ground.stage) });
    mayAskBacklog(seeing.fn, ground.stage, Object.values(projections));
    states(seeing, 'dynamodb:GetItem')
      .keeps('DEAD_LETTERS_TABLE', 'dead-letters', [], ['set-aside'])
      .answers('GET /api/ops/projections');
  }

  private deadLetters(): void {
    const { operations } = this;
    const redriver = this.redriver();
    const using = (fn: DomainFunction, ...actions: string[]) => fn.keeps('DEAD_LETTERS_TABLE', 'dead-letters', actions);
    const ordering = (fn: DomainFunction, ...actions: string[]) => {
      fn.fn.lambda.addEnvironment('REDRIVER', redriver);
      fn.fn.may({ actions: ['lambda:InvokeFunction'], resources: [this.functionArn('redriver')] });
      return using(fn, ...actions);
    };
    operations
      .query('dead-letters')
      .keeps('DEAD_LETTERS_TABLE', 'dead-letters', [], ['set-aside'])
      .answers('GET /api/ops/dead-letters');
    ordering(operations.command('redrive-dead-letter'), 'dynamodb:GetItem').answers(
      'POST /api/ops/dead-letters/{id}/redrive',
    );
    ordering(operations.command('redrive-dead-letters')).answers('POST /api/ops/dead-letters/redrive');
    const removing = operations.command('remove-dead-letter');
    removing.fn.lambda.addEnvironment('REDRIVER', redriver);
    using(removing, 'dynamodb:GetItem', 'dynamodb:DeleteItem').answers('DELETE /api/ops/dead-letters/{id}');
  }

  /** Runs the consumers again; answers its own name. */
  private redriver(): string {
    const name = nameIn(this.ground.stage, 'redriver');
    const redriver = this.operations.function('redriver', 'redriver/handler.ts', {
      timeout: Duration.minutes(15),
      environment: { FUNCTION_PREFIX: nameIn(this.ground.stage, '') },
    });
    redriver.keeps('DEAD_LETTERS_TABLE', 'dead-letters', ['dynamodb:UpdateItem', 'dynamodb:DeleteItem'], ['set-aside']);
    redriver.fn.may({
      actions: ['lambda:InvokeFunction'],
      resources: Object.keys(subscriptions).map((listener) => this.functionArn(listener)),
    });
    return name;
  }

  private functionArn(what: string): string {
    return this.formatArn({
      service: 'lambda',
      resource: 'function',
      resourceName: nameIn(this.ground.stage, what),
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }
}
