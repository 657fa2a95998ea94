import * as z from 'zod';
import type { AccessRequest, Log } from '../ports.ts';
import { AwsFault } from './aws-fault.ts';
import type { AwsService } from './aws-service.ts';
import type { BusEvent, EventBuses } from './eventbridge-buses.ts';
import { jsonService, operation } from './json-protocol.ts';

const MAX_ENTRIES = 10;
const MAX_BYTES = 1_048_576;

const Entry = z.object({
  Source: z.string().optional(),
  DetailType: z.string().optional(),
  Detail: z.string().optional(),
  EventBusName: z.string().default('default'),
  Resources: z.array(z.string()).default([]),
  Time: z.number().optional(),
});
type Entry = z.infer<typeof Entry>;

type Checked = { event: BusEvent; bus: string } | { ErrorCode: string; ErrorMessage: string };

/** EventBridge over the AWS JSON 1.1 protocol: PutEvents. Accepted events are durable before the answer. */
export const eventBridgeService = (buses: EventBuses, log: Log): AwsService => {
  const access = ({ Entries }: { Entries: readonly Entry[] }): AccessRequest[] =>
    Entries.map(({ EventBusName, Source = '', DetailType = '' }) => ({
      action: 'events:PutEvents',
      resource: buses.arnOf(EventBusName),
      context: { 'events:source': [Source], 'events:detail-type': [DetailType] },
    }));

  const putEvents = operation(z.object({ Entries: z.array(Entry) }), access, ({ Entries }) => {
    checkSize(Entries);
    const checked = Entries.map((entry) => checkedEntry(buses, entry));
    buses.putAll(checked.filter((entry) => 'event' in entry));
    return {
      FailedEntryCount: checked.filter((entry) => !('event' in entry)).length,
      Entries: checked.map((entry) => ('event' in entry ? { EventId: entry.event.id } : entry)),
    };
  });
  return jsonService({
    names: ['events'],
    targets: ['AWSEvents'],
    version: '1.1',
    log,
    operations: { PutEvents: putEvents },
  });
};

const checkSize = (entries: readonly Entry[]): void => {
  if (entries.length === 0 || entries.length > MAX_ENTRIES) {
    throw new AwsFault('ValidationException', `PutEvents takes 1 to ${MAX_ENTRIES} entries`);
  }
  const sizes = entries.map(({ Source, DetailType, Detail, Resources, Time }) => {
    const texts = [Source, DetailType, Detail, ...Resources].map((text) => Buffer.byteLength(text ?? ''));
    return texts.reduce((sum, size) => sum + size, Time === undefined ? 0 : 14);
  });
  if (sizes.reduce((sum, size) => sum + size, 0) > MAX_BYTES) {
    throw new AwsFault('ValidationException', 'Total size of the entries in the request is over the limit.');
  }
};

const checkedEntry = (buses: EventBuses, entry: Entry): Checked => {
  const { Source: source, DetailType: detailType, Detail, EventBusName: bus, Resources: resources, Time } = entry;
  if (!source) return invalid('Parameter Source is not valid. Reason: Source is a required argument.');
  if (!detailType) return invalid('Parameter DetailType is not valid. Reason: DetailType is a required argument.');
  if (!Detail) return invalid('Parameter Detail is not valid. Reason: Detail is a required argument.');
  if (source.startsWith('aws.')) {
    return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' };
  }
  const detail = objectOf(Detail);
  if (!detail) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  if (!buses.has(bus))
    return { ErrorCode: 'ResourceNotFoundException', ErrorMessage: `Event bus ${bus} does not exist.` };
  const time = Time === undefined ? {} : { time: new Date(Time * 1_000) };
  return { bus, event: buses.stamp({ source, detailType, detail, resources, ...time }) };
};

const invalid = (ErrorMessage: string) => ({ ErrorCode: 'InvalidArgument', ErrorMessage });

const objectOf = (text: string): object | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
};
