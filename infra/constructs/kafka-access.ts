import { CfnParameter, Stack } from 'aws-cdk-lib';
import type { ISecurityGroup, IVpc } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import type { KafkaClusterStack } from '../stacks/kafka-cluster-stack.ts';
import type { KafkaSource } from './kafka-mapping.ts';

/** Brokers that exist already are a parameter of each stack that talks to them. */
const BROKERS = 'KafkaBrokers';

/** The addresses of brokers that exist already: `host:port`, separated by commas. */
export const brokersParameter = (scope: Construct): string => {
  const stack = Stack.of(scope);
  const known = stack.node.tryFindChild(BROKERS);
  const parameter =
    known instanceof CfnParameter
      ? known
      : new CfnParameter(stack, BROKERS, { default: '127.0.0.1:9092', description: 'Kafka brokers, host:port' });
  return parameter.valueAsString;
};

/** The Kafka of a stage, seen from a stack. */
export const kafkaSource = (scope: Construct, cluster: KafkaClusterStack | undefined): KafkaSource =>
  cluster ? { kind: 'msk', clusterArn: cluster.clusterArn } : { kind: 'brokers', brokers: brokersParameter(scope) };

/** Where a function that talks to Kafka must be. */
export interface KafkaNetwork {
  vpc: IVpc;
  securityGroups: ISecurityGroup[];
}
