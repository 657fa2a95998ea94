/** What other stages grant beyond what journeys can show: lines as `grantsIn` writes them, and why they are there. */
export const beyondJourneys: readonly { line: RegExp; because: string }[] = [
  {
    line: /^Allow kafka-cluster:\w+ on /,
    because:
      'MSK asks for IAM where the Kafka of journeys is open: pollers read, the relay writes, operations ask how far groups are',
  },
  {
    line: /^Allow kafka:(DescribeCluster|DescribeClusterV2|GetBootstrapBrokers) on /,
    because: 'Lambda looks up the brokers of MSK to poll for a function, and a deployment to tell them to the relay',
  },
  {
    line: /^Allow ec2:(Create|Delete)NetworkInterface on \*|^Allow ec2:Describe(NetworkInterfaces|Vpcs|Subnets|SecurityGroups) on \*/,
    because:
      'Lambda puts the pollers of MSK into its network, as documented for that source; interfaces have no names before',
  },
  {
    line: /^Managed .*AWSLambdaVPCAccessExecutionRole$/,
    because: 'functions that talk to MSK are in its network',
  },
  {
    line: /^Managed .*AWSLambdaBasicExecutionRole"?\}?$/,
    because: 'functions of CDK itself, which act while a stack is deployed, write their log',
  },
  {
    line: /^Allow (logs:(CreateLogStream|PutLogEvents)|xray:Put\w+) on (<topicslogs\w+\.Arn>|\*)$/,
    because: 'the function that makes the topics of MSK logs and is traced as all are',
  },
  {
    line: /^Allow logs:(CreateLogStream|DescribeLogStreams|PutLogEvents) on <networkvpc\w+\.Arn>$/,
    because: 'the network of MSK logs what it rejects',
  },
  {
    line: /^Allow (secretsmanager:GetSecretValue|ssm:GetParameter) on \S*:(secret:bunko-front-door-\*|parameter\/aws\/reference\/secretsmanager\/bunko-front-door)$/,
    because: 'where a CDN stands before the API, its word is asked for: who limits by address believes only the CDN',
  },
  {
    line: /^Allow sqs:(ReceiveMessage|DeleteMessage|GetQueueAttributes) on /,
    because: 'without topics each listener has a queue, which Lambda polls, and operations ask how much is in it',
  },
];
