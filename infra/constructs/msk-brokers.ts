import { Stack } from 'aws-cdk-lib';
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

const ADDRESSES = 'BootstrapBrokerStringSaslIam';

/** The addresses of an MSK cluster, which CloudFormation itself cannot tell. */
export class MskBrokers extends Construct {
  readonly addresses: string;

  constructor(scope: Construct, id: string, { clusterArn }: { clusterArn: string }) {
    super(scope, id);
    const lookUp = {
      service: 'Kafka',
      action: 'getBootstrapBrokers',
      parameters: { ClusterArn: clusterArn },
      physicalResourceId: PhysicalResourceId.of(clusterArn),
      outputPaths: [ADDRESSES],
    };
    const resource = new AwsCustomResource(this, 'addresses', {
      onCreate: lookUp,
      onUpdate: lookUp,
      installLatestAwsSdk: false,
      policy: AwsCustomResourcePolicy.fromSdkCalls({ resources: [clusterArn] }),
    });
    acknowledge(
      Stack.of(this),
      'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
      'The function behind a custom resource of CDK',
    );
    this.addresses = resource.getResponseField(ADDRESSES);
  }
}
