import {
  FlowLogDestination,
  GatewayVpcEndpointAwsService,
  InterfaceVpcEndpointAwsService,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { nameIn } from '../names.ts';
import type { Stage } from '../stages.ts';

/** Kafka clients with IAM authentication talk to MSK on this port. */
const MSK_IAM_PORT = 9098;

/**
 * Isolated subnets without NAT. What must leave goes through endpoints: DynamoDB and S3 (gateways, for large commits),
 * EventBridge, and Lambda and STS for the pollers.
 */
export class ClusterNetwork extends Construct {
  readonly subnetIds: string[];
  readonly clients: SecurityGroup;
  readonly brokers: SecurityGroup;
  private readonly vpc: Vpc;

  constructor(scope: Construct, id: string, { stage, zones }: { stage: Stage; zones: number }) {
    super(scope, id);
    this.vpc = new Vpc(this, 'vpc', {
      vpcName: nameIn(stage, 'kafka'),
      maxAzs: zones,
      natGateways: 0,
      subnetConfiguration: [{ name: 'isolated', subnetType: SubnetType.PRIVATE_ISOLATED }],
      flowLogs: { rejected: { destination: FlowLogDestination.toCloudWatchLogs() } },
      gatewayEndpoints: {
        dynamodb: { service: GatewayVpcEndpointAwsService.DYNAMODB },
        s3: { service: GatewayVpcEndpointAwsService.S3 },
      },
    });
    this.subnetIds = this.vpc.isolatedSubnets.map(({ subnetId }) => subnetId);
    this.clients = this.group('clients', 'Kafka clients', true);
    this.brokers = this.group('brokers', 'Kafka brokers', false);
    this.brokers.addIngressRule(this.clients, Port.tcp(MSK_IAM_PORT), 'clients with IAM authentication');
    const pollers = 'the pollers, which join the group of the cluster';
    this.brokers.addIngressRule(this.brokers, Port.tcp(MSK_IAM_PORT), pollers);
    this.brokers.addEgressRule(this.brokers, Port.tcp(MSK_IAM_PORT), pollers);
    for (const service of ['EVENTBRIDGE', 'LAMBDA', 'STS'] as const) this.endpoint(service);
  }

  private group(id: string, description: string, allowAllOutbound: boolean): SecurityGroup {
    return new SecurityGroup(this, id, { vpc: this.vpc, description, allowAllOutbound });
  }

  private endpoint(service: 'EVENTBRIDGE' | 'LAMBDA' | 'STS'): void {
    const endpoint = this.vpc.addInterfaceEndpoint(service.toLowerCase(), {
      service: InterfaceVpcEndpointAwsService[service],
    });
    acknowledge(endpoint, 'EC23', 'Open to the address range of the VPC, which only a deployment can resolve');
  }
}
