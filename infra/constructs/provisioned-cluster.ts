import { RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnCluster, CfnConfiguration } from 'aws-cdk-lib/aws-msk';
import { Construct } from 'constructs';
import { nameIn } from '../names.ts';
import { type ProvisionedCluster as Kind, REPLICAS } from '../stage-shape.ts';
import type { Stage } from '../stages.ts';
import type { ClusterNetwork } from './cluster-network.ts';

interface Props {
  stage: Stage;
  kind: Kind;
  network: ClusterNetwork;
}

/**
 * A write counts when two of three brokers have it, so that one may fail; a topic is made by the deployment or not at all,
 * since one that a misspelt name made would swallow events.
 */
const brokerSettings = {
  'auto.create.topics.enable': false,
  'default.replication.factor': REPLICAS,
  'min.insync.replicas': REPLICAS - 1,
  'unclean.leader.election.enable': false,
};

/** MSK with brokers of a chosen size: IAM alone lets in, TLS everywhere, own key at rest, no way in from outside. */
export class ProvisionedCluster extends Construct {
  readonly clusterArn: string;

  constructor(scope: Construct, id: string, { stage, kind, network }: Props) {
    super(scope, id);
    const cluster = new CfnCluster(this, 'cluster', {
      clusterName: nameIn(stage, 'kafka'),
      kafkaVersion: kind.kafkaVersion,
      numberOfBrokerNodes: kind.brokers,
      configurationInfo: this.configuration(stage, kind),
      brokerNodeGroupInfo: {
        instanceType: kind.brokerType,
        clientSubnets: network.subnetIds,
        securityGroups: [network.brokers.securityGroupId],
        storageInfo: { ebsStorageInfo: { volumeSize: kind.volumeGiB } },
        connectivityInfo: { publicAccess: { type: 'DISABLED' } },
      },
      clientAuthentication: { sasl: { iam: { enabled: true } }, unauthenticated: { enabled: false } },
      encryptionInfo: {
        encryptionInTransit: { clientBroker: 'TLS', inCluster: true },
        encryptionAtRest: { dataVolumeKmsKeyId: this.key(stage).keyArn },
      },
      enhancedMonitoring: kind.monitoring,
      openMonitoring: {
        prometheus: { jmxExporter: { enabledInBroker: false }, nodeExporter: { enabledInBroker: false } },
      },
      loggingInfo: { brokerLogs: { cloudWatchLogs: { enabled: true, logGroup: this.log(stage) } } },
    });
    this.clusterArn = cluster.attrArn;
  }

  private configuration(stage: Stage, { kafkaVersion }: Kind): CfnCluster.ConfigurationInfoProperty {
    const configuration = new CfnConfiguration(this, 'settings', {
      name: nameIn(stage, 'kafka'),
      kafkaVersionsList: [kafkaVersion],
      serverProperties: Object.entries(brokerSettings)
        .map(([name, value]) => `${name}=${value}`)
        .join('\n'),
    });
    return { arn: configuration.attrArn, revision: configuration.attrLatestRevisionRevision };
  }

  /** What is in topics is in the event table as well; the key need not outlive the cluster. */
  private key(stage: Stage): Key {
    return new Key(this, 'key', {
      alias: nameIn(stage, 'kafka'),
      description: 'Encrypts the disks of the Kafka brokers of Bunko',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }

  private log(stage: Stage): string {
    const { logGroupName } = new LogGroup(this, 'log', {
      retention: stage.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    return logGroupName;
  }
}
