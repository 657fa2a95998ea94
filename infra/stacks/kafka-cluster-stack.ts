import { Stack } from 'aws-cdk-lib';
import {
  FlowLogDestination,
  GatewayVpcEndpointAwsService,
  InterfaceVpcEndpointAwsService,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { CfnServerlessCluster } from 'aws-cdk-lib/aws-msk';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { nameIn } from '../names.ts';
import type { Stage } from '../stages.ts';

/** Kafka clients with IAM authentication talk to MSK on this port. */
const MSK_IAM_PORT = 9098;

/**
 * MSK Serverless in isolated subnets without NAT. What must leave goes through endpoints: DynamoDB (gateway), EventBridge,
 * and Lambda and STS for the pollers.
 */
export class KafkaClusterStack extends Stack {
  readonly vpc: Vpc;
  readonly clients: SecurityGroup;
  readonly clusterArn: string;

  constructor(scope: Construct, id: string, { stage }: { stage: Stage }) {
    super(scope, id);
    this.vpc = new Vpc(this, 'vpc', {
      vpcName: nameIn(stage, 'kafka'),
      maxAzs: 2,
      natGateways: 0,
      subnetConfiguration: [{ name: 'isolated', subnetType: SubnetType.PRIVATE_ISOLATED }],
      flowLogs: { rejected: { destination: FlowLogDestination.toCloudWatchLogs() } },
      gatewayEndpoints: { dynamodb: { service: GatewayVpcEndpointAwsService.DYNAMODB } },
    });
    this.clients = new SecurityGroup(this, 'clients', {
      vpc: this.vpc,
      description: 'Kafka clients',
      allowAllOutbound: true,
    });
    const brokers = new SecurityGroup(this, 'brokers', {
      vpc: this.vpc,
      description: 'Kafka brokers',
      allowAllOutbound: false,
    });
    brokers.addIngressRule(this.clients, Port.tcp(MSK_IAM_PORT), 'clients with IAM authentication');
    brokers.addIngressRule(brokers, Port.tcp(MSK_IAM_PORT), 'the pollers, which join the group of the cluster');
    brokers.addEgressRule(brokers, Port.tcp(MSK_IAM_PORT), 'the pollers, which join the group of the cluster');
    for (const service of ['EVENTBRIDGE', 'LAMBDA', 'STS'] as const) this.endpoint(service);

    const cluster = new CfnServerlessCluster(this, 'cluster', {
      clusterName: nameIn(stage, 'kafka'),
      clientAuthentication: { sasl: { iam: { enabled: true } } },
      vpcConfigs: [
        {
          subnetIds: this.vpc.isolatedSubnets.map(({ subnetId }) => subnetId),
          securityGroups: [brokers.securityGroupId],
        },
      ],
    });
    this.clusterArn = cluster.attrArn;
  }

  private endpoint(service: 'EVENTBRIDGE' | 'LAMBDA' | 'STS'): void {
    const endpoint = this.vpc.addInterfaceEndpoint(service.toLowerCase(), {
      service: InterfaceVpcEndpointAwsService[service],
    });
    acknowledge(endpoint, 'EC23', 'Open to the address range of the VPC, which only a deployment can resolve');
  }
}
