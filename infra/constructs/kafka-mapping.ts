import { CfnEventSourceMapping, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { type Category, topicOf } from '../../events/topics.ts';
import { groupOf, nameIn } from '../names.ts';
import type { KafkaBackbone, Stage } from '../stages.ts';
import type { KafkaSource } from './kafka-access.ts';

interface KafkaMappingProps {
  stage: Stage;
  backbone: KafkaBackbone;
  source: KafkaSource;
  listener: string;
  category: Category;
  target: IFunction;
  deadLetterQueueArn: string;
}

/** How often a batch that the function could not even answer for is tried before it is a dead letter. */
const RETRIES = 10;

/**
 * A Kafka topic feeding a function. Retry limits, bisecting, partial responses and failure destinations exist in
 * provisioned mode only, and CDK does not check that: here they always come together.
 */
export class KafkaMapping extends Construct {
  constructor(scope: Construct, id: string, props: KafkaMappingProps) {
    super(scope, id);
    const { stage, backbone, source, listener, category, target, deadLetterQueueArn } = props;
    new CfnEventSourceMapping(this, 'mapping', {
      functionName: target.functionArn,
      topics: [topicOf(backbone.topicPrefix, category)],
      startingPosition: 'TRIM_HORIZON',
      batchSize: 100,
      maximumBatchingWindowInSeconds: 0,
      ...sourceProperties(source, groupOf(stage, listener, category)),
      provisionedPollerConfig: {
        minimumPollers: backbone.pollers.minimum,
        maximumPollers: backbone.pollers.maximum,
        pollerGroupName: nameIn(stage, 'pollers'),
      },
      functionResponseTypes: ['ReportBatchItemFailures'],
      bisectBatchOnFunctionError: true,
      maximumRetryAttempts: RETRIES,
      destinationConfig: { onFailure: { destination: deadLetterQueueArn } },
    });
  }
}

const sourceProperties = (source: KafkaSource, consumerGroupId: string) =>
  source.kind === 'msk'
    ? { eventSourceArn: source.clusterArn, amazonManagedKafkaEventSourceConfig: { consumerGroupId } }
    : {
        selfManagedEventSource: { endpoints: { kafkaBootstrapServers: [source.brokers] } },
        selfManagedKafkaEventSourceConfig: { consumerGroupId },
        ...accessTo(source),
      };

/** The pollers join the network of the brokers and sign in as the functions do. */
const accessTo = ({ secretArn, network }: Extract<KafkaSource, { kind: 'brokers' }>) => {
  const configurations = [
    ...(network?.subnetIds ?? []).map((id) => ({ type: 'VPC_SUBNET', uri: `subnet:${id}` })),
    ...(network?.securityGroupIds ?? []).map((id) => ({ type: 'VPC_SECURITY_GROUP', uri: `security_group:${id}` })),
    ...(secretArn === undefined ? [] : [{ type: 'SASL_SCRAM_512_AUTH', uri: secretArn }]),
  ];
  return configurations.length === 0 ? {} : { sourceAccessConfigurations: configurations };
};
