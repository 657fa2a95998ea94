import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { Stage } from '../stages.ts';

/** The files of the site, which CloudFront alone may read, and the log of who asked for what. */
export class SiteBucket extends Construct {
  readonly files: Bucket;
  readonly log: Bucket;

  constructor(scope: Construct, id: string, { stage }: { stage: Stage }) {
    super(scope, id);
    const closed = {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    };
    this.log = new Bucket(this, 'log', {
      ...closed,
      // CloudFront writes its log by an access list.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ expiration: Duration.days(stage.logRetentionDays) }],
    });
    acknowledge(this.log, 'S1', 'It is a log itself');
    this.files = new Bucket(this, 'files', {
      ...closed,
      versioned: stage.keepsData,
      serverAccessLogsBucket: this.log,
      serverAccessLogsPrefix: 'files/',
    });
  }
}
