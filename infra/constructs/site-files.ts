import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, Stack } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

/** Vite puts a hash of the content into the names below this. */
const HASHED = 'assets/*';

/** Whether somebody has built the site into a folder. */
export const isBuilt = (folder: string): boolean => existsSync(join(folder, 'index.html'));

/** The built site in its bucket. */
export class SiteFiles extends Construct {
  constructor(scope: Construct, id: string, { folder, bucket }: { folder: string; bucket: IBucket }) {
    super(scope, id);
    // Nothing is removed: pages that are open ask for the scripts they were made with, and a roll-back for older ones.
    const files = { sources: [Source.asset(folder)], destinationBucket: bucket, prune: false };
    const forever = [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()];
    const assets = new BucketDeployment(this, 'assets', {
      ...files,
      exclude: ['*'],
      include: [HASHED],
      cacheControl: forever,
    });
    const pages = new BucketDeployment(this, 'pages', {
      ...files,
      exclude: [HASHED],
      cacheControl: [CacheControl.noCache()],
    });
    // A page is there only after what it asks for.
    pages.node.addDependency(assets);
    acknowledgeCopying(this, bucket);
  }
}

/** All copying of a stack is done by one function of the CDK. */
const COPIER = 'Custom::CDKBucketDeployment';

const acknowledgeCopying = (scope: Construct, bucket: IBucket): void => {
  const stack = Stack.of(scope);
  const copier = stack.node.children.find(({ node }) => node.id.startsWith(COPIER));
  if (!copier) throw new Error(`${stack.stackName} copies no files`);
  const places = [
    'arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*',
    `<${stack.resolve(bucket.bucketArn)['Fn::GetAtt'][0]}.Arn>/*`,
  ];
  for (const what of ['GetObject', 'GetBucket', 'List', 'DeleteObject', 'Abort'])
    acknowledge(copier, `IAM5[Action::s3:${what}*]`, 'The function of the CDK that copies the files writes the bucket');
  for (const place of places)
    acknowledge(copier, `IAM5[Resource::${place}]`, 'The function of the CDK copies all files of the site');
  const logs = 'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]';
  acknowledge(copier, logs, 'The function of the CDK that copies the files may log');
  acknowledge(copier, 'L1', 'The CDK chooses what the function runs on');
};
