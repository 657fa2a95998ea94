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
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { nameIn } from '../names.ts';
import type { Stage } from '../stages.ts';
import { type ViewIndex, views } from '../views.ts';

/** Everything that must outlive a deployment: the event table, claims, sessions, read models, and their key. */
export class DataStack extends Stack {
  readonly key: Key;
  readonly events: Table;
  private readonly stage: Stage;

  constructor(scope: Construct, id: string, { stage }: { stage: Stage }) {
    super(scope, id);
    this.stage = stage;
    this.key = new Key(this, 'key', {
      alias: nameIn(stage, 'data'),
      description: 'Encrypts the tables and queues of Bunko',
      enableKeyRotation: true,
      removalPolicy: this.removalPolicy,
    });
    this.events = this.table('events', {
      sortKey: { name: 'sk', type: AttributeType.NUMBER },
      stream: StreamViewType.NEW_IMAGE,
    });
    this.table('claims', { timeToLiveAttribute: 'expiresAt' });
    this.table('sessions', { sortKey: SK, timeToLiveAttribute: 'expiresAt' });
    this.table('mails', { timeToLiveAttribute: 'expiresAt' });
    this.table('dead-letters', { sortKey: SK });
    for (const [name, indexes] of Object.entries(views)) this.view(name, indexes);
  }

  private get removalPolicy() {
    return this.stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
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
    const table = this.table(`view-${name}`, { sortKey: SK });
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
