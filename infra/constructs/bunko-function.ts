import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type Effect, ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
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

/** A function from its prebuilt bundle, with its own log group and a role that may do nothing but log and trace. */
export class BunkoFunction extends Construct {
  readonly lambda: LambdaFunction;

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

  may(
    ...statements: { actions: string[]; resources: string[]; conditions?: Record<string, unknown>; effect?: Effect }[]
  ): void {
    for (const statement of statements) this.lambda.addToRolePolicy(new PolicyStatement(statement));
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
