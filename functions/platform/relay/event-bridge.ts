import { type EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import type { Outgoing, Publish } from './publisher.ts';

/** The most that `PutEvents` takes in one call. */
const MOST_ENTRIES = 10;
const TRIES = 4;

/** Publishes to an EventBridge bus: `detail-type` is the type, `detail` the CloudEvent; only failed entries are tried again. */
export const toEventBridge =
  (client: EventBridgeClient, bus: string): Publish =>
  async (outgoing) => {
    const entries = outgoing.map((one) => entryOf(one, bus));
    for (let from = 0; from < entries.length; from += MOST_ENTRIES)
      await putAll(client, entries.slice(from, from + MOST_ENTRIES));
  };

const entryOf = ({ event }: Outgoing, bus: string): PutEventsRequestEntry => ({
  EventBusName: bus,
  Source: event.source,
  DetailType: event.type,
  Time: new Date(event.time),
  Resources: [event.subject],
  Detail: JSON.stringify(event),
});

const putAll = async (client: EventBridgeClient, entries: readonly PutEventsRequestEntry[]): Promise<void> => {
  let left = entries;
  for (let attempt = 1; left.length > 0; attempt++) {
    const { FailedEntryCount = 0, Entries = [] } = await client.send(new PutEventsCommand({ Entries: [...left] }));
    if (FailedEntryCount === 0) return;
    const refused = left.filter((_, index) => Entries[index]?.ErrorCode !== undefined);
    if (attempt === TRIES)
      throw new Error(
        `EventBridge refused ${refused.length} entries: ${Entries.find(({ ErrorCode }) => ErrorCode)?.ErrorCode}`,
      );
    left = refused;
  }
};
