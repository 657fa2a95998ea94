import { md5 } from '../aws/sqs-digest.ts';
import type { MessageAttributes, ReceivedMessage } from '../aws/sqs-messages.ts';
import { systemAttributes } from '../aws/sqs-receive.ts';

/** A message in the form in which Lambda gives it to a function. */
export const sqsRecord = (message: ReceivedMessage, queueArn: string) => ({
  messageId: message.messageId,
  receiptHandle: message.receiptHandle,
  body: message.body,
  attributes: systemAttributes(message),
  messageAttributes: lambdaAttributes(message.attributes),
  md5OfBody: md5(message.body),
  eventSource: 'aws:sqs',
  eventSourceARN: queueArn,
  awsRegion: queueArn.split(':')[3],
});

const lambdaAttributes = (attributes: MessageAttributes) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      {
        ...(StringValue !== undefined && { stringValue: StringValue }),
        ...(BinaryValue !== undefined && { binaryValue: BinaryValue }),
        stringListValues: [],
        binaryListValues: [],
        dataType: DataType,
      },
    ]),
  );

/** A record as filter patterns see it: a body that is JSON is matched by its fields. */
export const filtered = (record: ReturnType<typeof sqsRecord>): object => {
  try {
    return { ...record, body: JSON.parse(record.body) };
  } catch {
    return record;
  }
};
