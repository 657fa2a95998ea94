import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { contractOf } from '../../../events/catalog.ts';
import { partsOf } from '../../../events/stream-name.ts';
import { categories } from '../../../events/topics.ts';
import type { Blobs } from '../event-store/blobs/port.ts';
import { CommitItem, writtenIn } from '../event-store/commit-item.ts';
import { cloudEventOf } from '../listener/cloud-event.ts';
import { telemetry } from '../telemetry.ts';
import type { Outgoing, Publish } from './publisher.ts';

/**
 * The only publisher: turns the records of the event table's stream into events on their topics. A record that is no
 * insert means that history was touched, which is an alarm and never published. What fails goes back with all after it.
 */
export const relay =
  (publish: Publish, blobs: Blobs) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const outgoing: Outgoing[] = [];
    let broken: DynamoDBRecord | undefined;
    for (const record of Records) {
      try {
        outgoing.push(...(await outgoingOf(record, blobs)));
      } catch (error) {
        telemetry.error('a record of the event table is no commit', { record: record.dynamodb?.Keys, error });
        broken = record;
        break;
      }
    }
    await publish(outgoing);
    telemetry.count('EventsRelayed', outgoing.length);
    const identifier = broken?.dynamodb?.SequenceNumber;
    return { batchItemFailures: identifier === undefined ? [] : [{ itemIdentifier: identifier }] };
  };

const outgoingOf = async ({ eventName, dynamodb }: DynamoDBRecord, blobs: Blobs): Promise<readonly Outgoing[]> => {
  if (eventName !== 'INSERT') {
    telemetry.count('HistoryTouched', 1);
    telemetry.error('history was touched', { eventName, keys: dynamodb?.Keys });
    return [];
  }
  const item = CommitItem.parse(unmarshall(imageOf(dynamodb?.NewImage ?? {})));
  const category = categoryOf(item.pk);
  const lag = Date.now() - (dynamodb?.ApproximateCreationDateTime ?? 0) * 1000;
  telemetry.measure('RelayLag', Math.max(0, lag));
  return (await writtenIn(item, blobs)).map((event) => ({
    category,
    integration: contractOf(event.type)?.integration ?? false,
    event: cloudEventOf(event, category),
  }));
};

/** A record comes to Lambda as JSON, in which bytes are base64. */
const imageOf = (image: NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>) =>
  Object.fromEntries(
    Object.entries(image).map(([name, value]) => [
      name,
      (value.B === undefined ? value : { B: Buffer.from(value.B, 'base64') }) as AttributeValue,
    ]),
  );

const categoryOf = (stream: string) => {
  const { category } = partsOf(stream);
  const known = categories.find((one) => one === category);
  if (!known) throw new RangeError(`no such category: ${category}`);
  return known;
};
