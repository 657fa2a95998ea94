import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { ApiStack } from '../../infra/stacks/api-stack.ts';
import { BackboneStack } from '../../infra/stacks/backbone-stack.ts';
import { KafkaClusterStack, type OwnCluster } from '../../infra/stacks/kafka-cluster-stack.ts';
import { MembershipStack } from '../../infra/stacks/membership-stack.ts';
import { isStageName, type KafkaBackbone, type Stage, stageOf } from '../../infra/stages.ts';
import { type Resource, resourcesIn, scratchAssembly, templatesIn } from './assembly.ts';

const text = (value: unknown) => JSON.stringify(value);
const ofType = (resources: readonly Resource[], type: string) =>
  resources.filter(({ Type }) => Type === type).map(({ Properties }) => Properties);
const kafka = (cluster: KafkaBackbone['cluster']): KafkaBackbone => ({
  kind: 'kafka',
  cluster,
  topicPrefix: 'bunko.',
  pollers: { minimum: 1, maximum: 2 },
});
const stageWith = (cluster: KafkaBackbone['cluster']): Stage => ({ ...stageOf('staging'), backbone: kafka(cluster) });

/** What a cluster needs, and one listener of its events. */
const systemOf = (stage: Stage): readonly Resource[] => {
  const app = new App(scratchAssembly());
  new BackboneStack(app, 'backbone', { stage });
  new MembershipStack(app, 'membership', { stage, api: new ApiStack(app, 'api', { stage }) });
  return resourcesIn(templatesIn(app));
};
const clusterOf = (kind: OwnCluster): readonly Resource[] => {
  const app = new App(scratchAssembly());
  new KafkaClusterStack(app, 'kafka', { stage: stageWith(kind), kind });
  return resourcesIn(templatesIn(app));
};
const functionNamed = (resources: readonly Resource[], name: string) =>
  ofType(resources, 'AWS::Lambda::Function').find(({ FunctionName }) => FunctionName === `bunko-staging-${name}`);
const statementsOf = (resources: readonly Resource[]) =>
  ofType(resources, 'AWS::IAM::Policy').flatMap(
    ({ PolicyDocument }) => (PolicyDocument as { Statement: { Action: unknown; Resource: unknown }[] }).Statement,
  );

describe('a provisioned cluster', () => {
  const resources = clusterOf({
    kind: 'msk-provisioned',
    brokerType: 'kafka.m7g.large',
    brokers: 3,
    kafkaVersion: '4.1.x.kraft',
    volumeGiB: 100,
    monitoring: 'PER_TOPIC_PER_BROKER',
  });
  const [cluster = {}] = ofType(resources, 'AWS::MSK::Cluster');

  it('is as large as its data say, with brokers in three zones', () => {
    expect(cluster).toMatchObject({ NumberOfBrokerNodes: 3, KafkaVersion: '4.1.x.kraft' });
    expect(cluster.BrokerNodeGroupInfo).toMatchObject({
      InstanceType: 'kafka.m7g.large',
      StorageInfo: { EBSStorageInfo: { VolumeSize: 100 } },
    });
    expect(ofType(resources, 'AWS::EC2::Subnet')).toHaveLength(3);
  });

  it('lets in by IAM and TLS only, from its own network, and is encrypted at rest', () => {
    expect(cluster).toMatchObject({
      ClientAuthentication: { Sasl: { Iam: { Enabled: true } }, Unauthenticated: { Enabled: false } },
      EncryptionInfo: { EncryptionInTransit: { ClientBroker: 'TLS', InCluster: true } },
      BrokerNodeGroupInfo: { ConnectivityInfo: { PublicAccess: { Type: 'DISABLED' } } },
      OpenMonitoring: { Prometheus: { JmxExporter: { EnabledInBroker: false } } },
      EnhancedMonitoring: 'PER_TOPIC_PER_BROKER',
    });
    expect(text(cluster.EncryptionInfo)).toContain('DataVolumeKMSKeyId');
    expect(ofType(resources, 'AWS::EC2::NatGateway')).toEqual([]);
  });

  it('keeps three copies of which two must be written, and makes no topic that nobody ordered', () => {
    const [{ ServerProperties = '' } = {}] = ofType(resources, 'AWS::MSK::Configuration');
    expect(String(ServerProperties).split('\n')).toEqual(
      expect.arrayContaining([
        'auto.create.topics.enable=false',
        'default.replication.factor=3',
        'min.insync.replicas=2',
        'unclean.leader.election.enable=false',
      ]),
    );
  });
});

describe('brokers of somebody else', () => {
  const system = systemOf(stageWith({ kind: 'brokers', authentication: 'scram', inVpc: true }));
  const mappings = ofType(system, 'AWS::Lambda::EventSourceMapping').filter(({ Topics }) => Topics);

  it('are read by pollers in their network, which sign in with the secret', () => {
    expect(mappings.length).toBeGreaterThan(0);
    for (const mapping of mappings)
      expect(mapping.SourceAccessConfigurations).toEqual([
        { Type: 'VPC_SUBNET', URI: expect.anything() },
        { Type: 'VPC_SUBNET', URI: expect.anything() },
        { Type: 'VPC_SECURITY_GROUP', URI: expect.anything() },
        { Type: 'SASL_SCRAM_512_AUTH', URI: { Ref: 'KafkaUserArn' } },
      ]);
  });

  it('are written to by a relay that may read that one secret', () => {
    expect(functionNamed(system, 'relay')).toMatchObject({
      VpcConfig: { SecurityGroupIds: [{ Ref: 'KafkaSecurityGroup' }] },
      Environment: { Variables: { KAFKA_ACCESS: 'scram', KAFKA_SECRET: { Ref: 'KafkaUserArn' } } },
    });
    const onSecrets = statementsOf(system).filter(({ Action }) => text(Action).includes('secretsmanager'));
    expect(onSecrets.length).toBeGreaterThan(1);
    for (const statement of onSecrets)
      expect(statement).toMatchObject({
        Action: 'secretsmanager:GetSecretValue',
        Resource: { Ref: 'KafkaUserArn' },
      });
  });

  it('need no network and no secret when they are open', () => {
    const open = systemOf(stageWith({ kind: 'brokers', authentication: 'none', inVpc: false }));
    expect(functionNamed(open, 'relay')).not.toHaveProperty('VpcConfig');
    for (const mapping of ofType(open, 'AWS::Lambda::EventSourceMapping'))
      expect(mapping).not.toHaveProperty('SourceAccessConfigurations');
    expect(functionNamed(open, 'topics')).toBeUndefined();
  });
});

describe('the stage of a developer', () => {
  it('is made from dev under a name of its own, and keeps nothing', () => {
    expect(stageOf('dev-sora')).toMatchObject({
      name: 'dev-sora',
      backbone: { kind: 'eventbridge' },
      keepsData: false,
      mailDomain: 'sora.dev.bunko.example',
    });
  });

  it.each([
    'dev-',
    'dev-Sora',
    'dev-a.b',
    'dev-much-too-long',
    'dev-abcdefghijklm',
    'sora',
    'constructor',
  ])('is not called %s', (name) => {
    expect(isStageName(name)).toBe(false);
    expect(() => stageOf(name)).toThrow(/no stage/);
  });

  it('finds the cluster of staging where staging tells, and runs none itself', () => {
    const stage = stageOf('dev-sora', 'kafka');
    const app = new App(scratchAssembly());
    new BackboneStack(app, 'backbone', { stage });
    const [template] = templatesIn(app);
    expect(text(template?.template)).toContain('/bunko/staging/told/kafka-cluster');
    expect(text(template?.template)).toContain('/bunko/staging/told/kafka-subnets');
    expect(text(template?.template)).not.toContain('/bunko/dev-sora/told/kafka');
  });

  it('reaches no topic and no group of another stage in the cluster', () => {
    const system = systemOf(stageOf('dev-sora', 'kafka'));
    const parts = statementsOf(system).flatMap(({ Action, Resource }) =>
      text(Action).includes('kafka-cluster:') ? [Resource].flat().map(text) : [],
    );
    const onParts = parts.filter((part) => /:(topic|group)\//.test(part));
    expect(onParts.length).toBeGreaterThan(10);
    for (const part of onParts) expect(part).toMatch(/"\/(bunko\.sora\.|bunko-dev-sora-)[a-z-]+"/);
  });
});
