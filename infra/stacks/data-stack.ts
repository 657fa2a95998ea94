import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
  type TableProps,
} from 'aws-cdk-lib/aws-dynamodb';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { tell } from '../constructs/told-values.ts';
import { commitsBucket, nameIn } from '../names.ts';
import type { Stage } from '../stages.ts';
import { type ViewIndex, views } from '../views.ts';

/** Everything that must outlive a deployment: the event table, claims, sessions, read models, and their keys. */
export class DataStack extends Stack {
  private readonly key: Key;
  private readonly stage: Stage;

  constructor(scope: Construct, id: string, { stage }: { stage: Stage }) {
    super(scope, id);
    this.stage = stage;
    this.key = this.kmsKey('key', 'data', 'Encrypts the tables and queues of Bunko');
    // Whoever may not use it reads no personal data.
    const personalDataKey = this.kmsKey('personal-data-key', 'personal-data', 'Wraps the data keys of members');
    const events = this.table('events', {
      sortKey: { name: 'sk', type: AttributeType.NUMBER },
      stream: StreamViewType.NEW_IMAGE,
    });
    if (events.tableStreamArn === undefined) throw new Error('the event table has no stream');
    tell(this, stage, 'data-key', this.key.keyArn);
    tell(this, stage, 'personal-data-key', personalDataKey.keyArn);
    tell(this, stage, 'signing-key', this.signingKey().keyId);
    tell(this, stage, 'event-stream', events.tableStreamArn);
    this.commits();
    this.table('snapshots', { sortKey: SK });
    this.table('subject-keys', {});
    this.table('claims', { timeToLiveAttribute: 'expiresAt' });
    this.table('sessions', { sortKey: SK, timeToLiveAttribute: 'expiresAt' });
    this.table('mails', { timeToLiveAttribute: 'expiresAt' });
    this.indexed(this.table('dead-letters', { sortKey: SK, timeToLiveAttribute: 'expiresAt' }), [
      { name: 'set-aside', partition: 'listed', sort: 'listedAt' },
    ]);
    this.table('projections', {});
    this.table('payments', {});
    this.table('parcels', {});
    for (const [name, indexes] of Object.entries(views)) this.view(name, indexes);
  }

  private get removalPolicy() {
    return this.stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
  }

  private kmsKey(id: string, name: string, description: string): Key {
    const { removalPolicy } = this;
    return new Key(this, id, { alias: nameIn(this.stage, name), description, enableKeyRotation: true, removalPolicy });
  }

  /** Whoever holds a token that it signed is known for as long as it is there. */
  private signingKey(): Key {
    return new Key(this, 'signing-key', {
      alias: nameIn(this.stage, 'access-tokens'),
      description: 'Signs the access tokens of Bunko',
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: this.removalPolicy,
    });
  }

  /** Commits that are too large for an item of the event table. As append-only as the table: nobody may delete. */
  private commits(): void {
    const bucket = new Bucket(this, 'commits', {
      bucketName: commitsBucket(this, this.stage),
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: this.removalPolicy,
    });
    acknowledge(bucket, 'S1', 'Functions alone read and write it, and their calls are in the traces');
  }

  private table(name: string, props: Partial<TableProps>): Table {
    return new Table(this, name, {
      tableName: nameIn(this.stage, name),
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: this.stage.keepsData,
      removalPolicy: this.removalPolicy,
      ...props,
    });
  }

  private view(name: string, indexes: readonly ViewIndex[]): void {
    this.indexed(this.table(`view-${name}`, { sortKey: SK }), indexes);
  }

  private indexed(table: Table, indexes: readonly ViewIndex[]): void {
    for (const { name: indexName, partition, sort } of indexes)
      table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: partition, type: AttributeType.STRING },
        sortKey: { name: sort, type: AttributeType.STRING },
        projectionType: ProjectionType.ALL,
      });
  }
}

const SK = { name: 'sk', type: AttributeType.STRING };
