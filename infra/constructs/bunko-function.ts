import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Effect, ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, CfnFunction, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { bundleOf } from '../bundles.ts';
import { nameIn } from '../names.ts';
import type { Stage } from '../stages.ts';
import type { KafkaNetwork } from './kafka-access.ts';

interface BunkoFunctionProps {
  stage: Stage;
  /** Last part of the function's name. */
  name: string;
  /** Source file of the handler. */
  entry: string;
  /** Its domain, for the metrics. */
  service: string;
  timeout?: Duration;
  memorySize?: number;
  environment?: Readonly<Record<string, string>>;
  /** Where it must be to reach Kafka; without it the function is in no VPC. */
  network?: KafkaNetwork;
}

interface Statement {
  actions: string[];
  resources: string[];
  conditions?: Record<string, unknown>;
  effect?: Effect;
}

const WRITING = /^(dynamodb:(Put|Update|Delete|BatchWrite)|s3:Put)/;

/** A function from its prebuilt bundle, with its own log group and a role that may do nothing but log and trace. */
export class BunkoFunction extends Construct {
  readonly lambda: LambdaFunction;
  /** ARN of the key of tables and commits, for those who may use any. */
  dataKey: (() => string) | undefined;
  private readonly keyActions = new Set<string>();

  constructor(scope: Construct, id: string, props: BunkoFunctionProps) {
    super(scope, id);
    const {
      stage,
      name,
      entry,
      service,
      timeout = Duration.seconds(20),
      memorySize = 512,
      environment = {},
      network,
    } = props;
    const functionName = nameIn(stage, name);
    const logGroup = new LogGroup(this, 'logs', {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: stage.logRetentionDays,
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    acknowledge(this, 'IAM5[Resource::*]', 'X-Ray takes segments for no resource but *');
    if (network)
      acknowledge(
        this,
        'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole]',
        'The policy that Lambda documents for functions in a VPC',
      );
    this.lambda = new LambdaFunction(this, 'function', {
      functionName,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(bundleOf(entry)),
      handler: 'index.handler',
      role: this.role(logGroup, network !== undefined),
      logGroup,
      timeout,
      memorySize,
      tracing: Tracing.ACTIVE,
      environment: {
        STAGE: stage.name,
        POWERTOOLS_SERVICE_NAME: service,
        POWERTOOLS_METRICS_NAMESPACE: 'Bunko',
        POWERTOOLS_LOG_LEVEL: 'INFO',
        ...environment,
      },
    });
    if (network) this.join(network);
  }

  /** The network is known by the ids of its parts only, and how many there are not before the deployment. */
  private join(network: KafkaNetwork): void {
    const { defaultChild } = this.lambda.node;
    if (!(defaultChild instanceof CfnFunction)) throw new Error(`${this.node.path} has no function`);
    defaultChild.vpcConfig = network;
  }

  may(...statements: Statement[]): void {
    for (const statement of statements) this.lambda.addToRolePolicy(new PolicyStatement(statement));
    this.openData(statements.filter(({ effect }) => effect !== Effect.DENY).flatMap(({ actions }) => actions));
  }

  /** DynamoDB and S3 use the key of the data in the name of who asks them: to read, and another way to write. */
  private openData(actions: readonly string[]): void {
    const { dataKey } = this;
    const keyActions = [
      ...(actions.some((action) => /^(dynamodb|s3):/.test(action)) ? ['kms:Decrypt'] : []),
      ...(actions.some((action) => WRITING.test(action)) ? ['kms:GenerateDataKey'] : []),
    ].filter((action) => !this.keyActions.has(action));
    if (!dataKey || keyActions.length === 0) return;
    for (const action of keyActions) this.keyActions.add(action);
    const { region } = Stack.of(this);
    const services = ['dynamodb', 's3'].map((service) => `${service}.${region}.amazonaws.com`);
    const conditions = { StringEquals: { 'kms:ViaService': services } };
    const statement = new PolicyStatement({ actions: keyActions, resources: [dataKey()], conditions });
    this.lambda.addToRolePolicy(statement);
  }

  private role(logGroup: LogGroup, isInVpc: boolean): Role {
    const role = new Role(this, 'role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      managedPolicies: isInVpc
        ? [ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaVPCAccessExecutionRole')]
        : [],
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    return role;
  }
}
