import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { CountAlarm } from '../constructs/count-alarm.ts';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import { Domain, type Ground } from '../constructs/domain.ts';
import type { DomainFunction } from '../constructs/domain-function.ts';
import { asksGateway, paysThrough, shipsThrough } from '../constructs/outside-access.ts';
import { hearsQueue } from '../constructs/redriven-queue.ts';
import { nameIn } from '../names.ts';
import { orderSaga, type SagaFunction, wayThere } from '../sagas/order-saga.ts';

/** Orders: how they are placed and called off, and the saga that brings each to a good end. */
export class OrdersStack extends Stack {
  private readonly ground: Ground;
  private readonly orders: Domain;

  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    this.ground = ground;
    this.orders = new Domain(this, 'shop', ground);
    this.commands();
    this.reactions();
    const saga = this.saga(this.steps());
    this.watch(saga);
  }

  private commands(): void {
    const place = this.orders.command('place-order').appendsTo('order').restsOn('product').knowsPersonalData();
    asksGateway(place.answers('POST /api/orders'));
    const cancel = this.orders.command('cancel-order').appendsTo('order').knowsPersonalData();
    shipsThrough(cancel.answers('POST /api/orders/{orderId}/cancel'), this.ground.stage, 'asks');
  }

  private reactions(): void {
    const starter = this.orders.reaction('start-order-saga', { environment: { ORDER_SAGA_ARN: this.sagaArn } });
    starter.hearsOnTheBus();
    starter.fn.may({ actions: ['states:StartExecution'], resources: [this.sagaArn] });
    const shipping = this.orders
      .reaction('ship-orders')
      .hears()
      .listingBy('orders', 'confirmed-by-day')
      .appendsTo('order');
    shipsThrough(shipping, this.ground.stage, 'asks');
    const answered = this.step('carrier-answered', 20).appendsTo('order');
    this.answersSteps(answered);
    hearsQueue(answered.fn, this.ground.stage, 'carrier-answers');
  }

  /** The functions of the saga, each of which may do its own step and nothing else. */
  private steps(): ReadonlyMap<SagaFunction, DomainFunction> {
    const { stage } = this.ground;
    const named = (name: SagaFunction) => [name, this.step(name, secondsOf(name))] as const;
    const pays = (['authorize-payment', 'capture-payment', 'refund-payment', 'void-payment'] as const).map(named);
    const ships = wishes.map(([name, wish]) => [...named(name), wish] as const);
    const asksNobody = (
      ['reserve-stock', 'release-stock', 'close-order', 'record-given-up', 'call-person'] as const
    ).map(named);
    for (const [, fn] of pays) paysThrough(fn);
    for (const [, fn, wish] of ships) shipsThrough(fn, stage, wish);
    const all = new Map([...pays, ...ships.map(([name, fn]) => [name, fn] as const), ...asksNobody]);
    for (const [name, fn] of all)
      if (movesStock.includes(name)) fn.appendsTo('order', 'stock').restsOn('order', 'stock');
      else fn.appendsTo('order');
    const arrange = all.get('arrange-shipping');
    if (arrange) this.answersSteps(arrange.knowsPersonalData());
    return all;
  }

  private step(name: string, seconds: number): DomainFunction {
    return this.orders.function(name, `sagas/order/${name}/handler.ts`, { timeout: Duration.seconds(seconds) });
  }

  private answersSteps({ fn }: DomainFunction): void {
    fn.may({ actions: ['states:SendTaskSuccess'], resources: [this.sagaArn] });
  }

  private saga(functions: ReadonlyMap<SagaFunction, DomainFunction>): StateMachine {
    const { stage } = this.ground;
    const lambdaOf = (name: SagaFunction) => {
      const step = functions.get(name);
      if (!step) throw new Error(`no function does ${name}`);
      return step.fn.lambda;
    };
    const role = this.role([...functions.values()].map(({ fn }) => fn.lambda.functionArn));
    const saga = new StateMachine(this, 'order-saga', {
      stateMachineName: nameIn(stage, 'order-saga'),
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromChainable(orderSaga(this, lambdaOf)),
      role: role.withoutPolicyUpdates(),
      tracingEnabled: true,
      logs: {
        level: LogLevel.ALL,
        destination: new LogGroup(this, 'order-saga-logs', {
          logGroupName: `/aws/vendedlogs/states/${nameIn(stage, 'order-saga')}`,
          retention: stage.logRetentionDays,
          removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
        }),
      },
    });
    saga.node.addDependency(role);
    return saga;
  }

  /** May run the functions of the saga, and no others. */
  private role(functionArns: string[]): Role {
    const role = new Role(this, 'order-saga-role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    acknowledge(role, 'IAM5[Resource::*]', 'Log deliveries and X-Ray know no resource but *');
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: functionArns }));
    role.addToPolicy(
      new PolicyStatement({
        actions: [
          'logs:CreateLogDelivery',
          'logs:GetLogDelivery',
          'logs:UpdateLogDelivery',
          'logs:DeleteLogDelivery',
          'logs:ListLogDeliveries',
          'logs:PutResourcePolicy',
          'logs:DescribeResourcePolicies',
          'logs:DescribeLogGroups',
          'xray:PutTraceSegments',
          'xray:PutTelemetryRecords',
          'xray:GetSamplingRules',
          'xray:GetSamplingTargets',
        ],
        resources: ['*'],
      }),
    );
    return role;
  }

  /** An execution that ends without its order has a person called, and so do alarms. */
  private watch(saga: StateMachine): void {
    const { stage } = this.ground;
    const ended = this.step('saga-ended', 20).appendsTo('order');
    const unheard = new DeadLetterQueue(this, 'unheard-ends', { stage, of: 'saga-ended' });
    // A rule invokes asynchronously: a failure of the function itself is not the rule's to keep.
    unheard.takesUnheardOf(ended.fn);
    new Rule(this, 'order-saga-ended', {
      ruleName: nameIn(stage, 'order-saga-ended'),
      description: 'The saga of an order ended before the order did',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'], stateMachineArn: [this.sagaArn] },
      },
      targets: [new LambdaFunction(ended.fn.lambda, { deadLetterQueue: unheard.queue })],
    });
    if (!stage.alarms) return;
    new CountAlarm(this, 'needs-attention', {
      stage,
      service: 'shop',
      metricName: 'SagaNeedsAttention',
      description: 'An order could not be given back and waits for a person: docs/operations.md',
    });
    new Alarm(this, 'sagas-failed', {
      alarmName: nameIn(stage, 'order-sagas-failed'),
      alarmDescription: 'The saga of an order failed and can be redriven: docs/operations.md',
      metric: saga.metricFailed({ period: Duration.minutes(1) }),
      threshold: 0,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }

  /** By name: the functions that the saga runs cannot refer to it. */
  private get sagaArn(): string {
    return this.formatArn({
      service: 'states',
      resource: 'stateMachine',
      resourceName: nameIn(this.ground.stage, 'order-saga'),
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }
}

/** What the steps want of the carrier. */
const wishes = [
  ['arrange-shipping', 'arranges'],
  ['ask-carrier', 'asks'],
  ['confirm-order', 'settles'],
  ['cancel-shipping', 'settles'],
] as const;

const movesStock: readonly SagaFunction[] = ['reserve-stock', 'confirm-order', 'release-stock'];

/** A function is dead before its step has run out of time, so that none works on while the saga goes back. */
const secondsOf = (name: SagaFunction): number => {
  const limit = wayThere.find(({ step }) => step === name)?.seconds ?? 60;
  return Math.min(20, limit - 2);
};
