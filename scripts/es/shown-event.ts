import type { Recorded } from '../../events/envelope.ts';
import { printJson, printRow } from './output.ts';

/** An event as it is printed as JSON. */
export const shownEvent = ({ stream, version, id, type, schemaVersion, data, metadata }: Recorded) => ({
  stream,
  version,
  id,
  type,
  schemaVersion,
  data,
  metadata,
});

export const actorOf = ({ metadata: { actor } }: Pick<Recorded, 'metadata'>): string => `${actor.kind}:${actor.id}`;

/** One event, as an object or as columns. */
export const printEvent = (event: Recorded, { json }: { json: boolean }): Promise<void> =>
  json
    ? printJson(shownEvent(event))
    : printRow(
        [event.metadata.occurredAt, 24],
        [`${event.stream} ${event.version}`, 52],
        [event.type, 28],
        [actorOf(event), 24],
        JSON.stringify(event.data),
      );
