/** Types that mean nothing offline: an exact type, or a prefix that ends in `::`. */
const skippedTypes: readonly (readonly [type: string, why: string])[] = [
  ['AWS::CDK::Metadata', 'counts CDK versions, for AWS only'],
  ['AWS::Logs::', 'function logs are files in the data directory'],
  ['AWS::CloudWatch::', 'alarms and dashboards live in CloudWatch; see /metrics'],
  ['AWS::ApplicationInsights::', 'reads CloudWatch'],
  ['AWS::XRay::', 'traces are kept by the runtime itself'],
  ['AWS::SNS::', 'carries alarms to people, and there are no alarms offline'],
  ['AWS::Budgets::', 'nothing costs money offline'],
  ['AWS::EC2::', 'there is no network to build offline'],
  ['AWS::MSK::', 'the embedded broker or KAFKA_BROKERS stands in'],
  ['AWS::WAFv2::', 'there is no firewall offline'],
  ['AWS::CloudFront::', 'the runtime serves the web application itself'],
  ['AWS::CertificateManager::', 'there is no TLS on the loopback address'],
  ['AWS::Route53::', 'there is no DNS offline'],
  ['AWS::SecretsManager::ResourcePolicy', 'resource policies are not evaluated offline'],
  ['AWS::Lambda::Permission', 'callers inside the runtime need no resource policy'],
  ['AWS::SQS::QueuePolicy', 'resource policies are not evaluated offline'],
  ['AWS::Events::EventBusPolicy', 'resource policies are not evaluated offline'],
  ['AWS::S3::BucketPolicy', 'resource policies are not evaluated offline'],
  ['AWS::SNS::TopicPolicy', 'resource policies are not evaluated offline'],
  ['AWS::IAM::ServiceLinkedRole', 'services need no role offline'],
  ['AWS::SES::ReceiptRule', 'no mail is received offline'],
  ['AWS::SES::ReceiptRuleSet', 'no mail is received offline'],
  ['AWS::ApplicationAutoScaling::', 'capacity is what this machine has'],
  ['AWS::Backup::', 'the data directory is the backup'],
  ['AWS::ResourceGroups::', 'groups resources in the console only'],
];

/** Why a type is left out offline, undefined when it is not one of those. */
export const whySkipped = (type: string): string | undefined =>
  skippedTypes.find(([known]) => (known.endsWith('::') ? type.startsWith(known) : type === known))?.[1];
