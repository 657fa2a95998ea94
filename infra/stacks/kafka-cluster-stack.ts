import { Fn, Stack } from 'aws-cdk-lib';
import { CfnServerlessCluster } from 'aws-cdk-lib/aws-msk';
import type { Construct } from 'constructs';
import { ClusterNetwork } from '../constructs/cluster-network.ts';
import { MskBrokers } from '../constructs/msk-brokers.ts';
import { ProvisionedCluster } from '../constructs/provisioned-cluster.ts';
import { tell } from '../constructs/told-values.ts';
import { nameIn } from '../names.ts';
import { type KafkaCluster, REPLICAS } from '../stage-shape.ts';
import type { Stage } from '../stages.ts';

/** A cluster that this stage runs itself, on MSK. */
export type OwnCluster = Extract<KafkaCluster, { kind: `msk-${string}` }>;

/** The cluster of the stage if it runs one itself. */
export const ownClusterOf = ({ backbone }: Stage): OwnCluster | undefined => {
  if (backbone.kind !== 'kafka') return undefined;
  const { cluster } = backbone;
  return cluster.kind === 'msk-serverless' || cluster.kind === 'msk-provisioned' ? cluster : undefined;
};

/** Kafka on MSK in a network of its own. Other stacks, and stages that share the cluster, are told where it is. */
export class KafkaClusterStack extends Stack {
  constructor(scope: Construct, id: string, { stage, kind }: { stage: Stage; kind: OwnCluster }) {
    super(scope, id);
    const zones = kind.kind === 'msk-provisioned' ? REPLICAS : 2;
    const network = new ClusterNetwork(this, 'network', { stage, zones });
    const clusterArn =
      kind.kind === 'msk-provisioned'
        ? new ProvisionedCluster(this, 'provisioned', { stage, kind, network }).clusterArn
        : this.serverless(stage, network);
    const brokers = new MskBrokers(this, 'brokers', { clusterArn });
    tell(this, stage, 'kafka-cluster', clusterArn);
    tell(this, stage, 'kafka-brokers', brokers.addresses);
    tell(this, stage, 'kafka-subnets', Fn.join(',', network.subnetIds));
    tell(this, stage, 'kafka-clients', network.clients.securityGroupId);
  }

  /** Without an account the CDK counts on two zones; every region has three. */
  override get availabilityZones(): string[] {
    return Array.from({ length: REPLICAS }, (_, index) => Fn.select(index, Fn.getAzs()));
  }

  private serverless(stage: Stage, network: ClusterNetwork): string {
    const cluster = new CfnServerlessCluster(this, 'cluster', {
      clusterName: nameIn(stage, 'kafka'),
      clientAuthentication: { sasl: { iam: { enabled: true } } },
      vpcConfigs: [{ subnetIds: network.subnetIds, securityGroups: [network.brokers.securityGroupId] }],
    });
    return cluster.attrArn;
  }
}
