import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** An item in the words of the API. */
export type Image = Readonly<Record<string, AttributeValue>>;

/** Half of what Lambda takes in one synchronous call. */
const MOST_BYTES = 3 * 1024 * 1024;
/** As the relay's mapping has it. */
const MOST_RECORDS = 100;

/** Bytes travel as base64 in the JSON that a function gets. */
const jsonOf = (value: AttributeValue): unknown =>
  value.B === undefined ? value : { B: Buffer.from(value.B).toString('base64') };

/** The record that the table's stream gave when the item was put; marked as one that is given again. */
export const insertRecordOf = (image: Image, region: string, at: Date) => {
  const key = `${image.pk?.S} ${image.sk?.N}`;
  return {
    eventID: `again ${key}`,
    eventName: 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: region,
    dynamodb: {
      ApproximateCreationDateTime: at.getTime() / 1000,
      Keys: { pk: image.pk, sk: image.sk },
      NewImage: Object.fromEntries(Object.entries(image).map(([name, value]) => [name, jsonOf(value)])),
      SequenceNumber: `again ${key}`,
      StreamViewType: 'NEW_IMAGE',
    },
  };
};
export type InsertRecord = ReturnType<typeof insertRecordOf>;

/** Records in the batches they are sent in, each as JSON; their order stays. */
export const batchesOf = (
  records: readonly InsertRecord[],
  { mostBytes = MOST_BYTES, mostRecords = MOST_RECORDS } = {},
): readonly string[] => {
  const batches: string[][] = [];
  let bytes = 0;
  for (const record of records) {
    const json = JSON.stringify(record);
    const batch = batches.at(-1);
    const isFull = !batch || batch.length >= mostRecords || bytes + json.length > mostBytes;
    if (isFull) batches.push([json]);
    else batch.push(json);
    bytes = (isFull ? 0 : bytes) + json.length;
  }
  return batches.map((batch) => `{"Records":[${batch.join(',')}]}`);
};
