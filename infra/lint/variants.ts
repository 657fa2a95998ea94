import type { KafkaCluster } from '../stage-shape.ts';
import { type Stage, stageNames, stageOf } from '../stages.ts';

/** What CloudFormation gets for one stack. */
export interface Template {
  Resources?: Readonly<Record<string, unknown>>;
  Parameters?: Readonly<Record<string, unknown>>;
  Conditions?: Readonly<Record<string, unknown>>;
  Mappings?: Readonly<Record<string, unknown>>;
  Outputs?: Readonly<Record<string, unknown>>;
  [section: string]: unknown;
}

/** A template and where it comes from. */
export interface StackTemplate {
  stage: string;
  /** e.g. `staging on eventbridge` */
  variant: string;
  stack: string;
  template: Template;
}

/** A stage of a developer, with the longest name there may be: what is not too long here is too long nowhere. */
const LONGEST = 'dev-longestofall';

const withCluster = (name: string, cluster: KafkaCluster): Stage => {
  const stage = stageOf(name);
  if (stage.backbone.kind !== 'kafka') throw new Error(`${name} has no Kafka`);
  return { ...stage, backbone: { ...stage.backbone, cluster } };
};

/** Everything that can be deployed: each stage with its own backbone and with the bus in its place, and each kind of cluster. */
export const variants: readonly Stage[] = [
  stageOf(LONGEST),
  stageOf(LONGEST, 'kafka'),
  ...stageNames.flatMap((name) => {
    const own = stageOf(name);
    return own.backbone.kind === 'eventbridge' ? [own] : [own, stageOf(name, 'eventbridge')];
  }),
  withCluster('prod', {
    kind: 'msk-provisioned',
    brokerType: 'kafka.m7g.large',
    brokers: 3,
    kafkaVersion: '4.1.x.kraft',
    volumeGiB: 100,
    monitoring: 'PER_TOPIC_PER_BROKER',
  }),
  withCluster('prod', { kind: 'brokers', authentication: 'scram', inVpc: true }),
];

/** e.g. `prod on msk-serverless` */
export const variantName = ({ name, backbone }: Stage): string =>
  `${name} on ${backbone.kind === 'kafka' ? backbone.cluster.kind : backbone.kind}`;
