import type { Recorded } from '../../events/envelope.ts';
import type { Listener } from '../../events/subscriptions.ts';
import type { RowsProjection } from '../../functions/platform/projection.ts';
import { projectOnto } from '../../functions/platform/rebuild/rebuildable.ts';
import { dynamoViewTable } from '../../functions/platform/view-store/dynamodb-table.ts';
import { type Guarded, idOf, type Key } from '../../functions/platform/view-store/port.ts';
import { metadata } from '../rebuild/event-table.ts';
import type { MadeUp } from './made-up-catalogue.ts';

const recorded = (stream: string, type: string, data: unknown): Recorded => ({
  id: `${stream}.0`,
  type,
  schemaVersion: 1,
  data,
  stream,
  version: 1,
  metadata: metadata(),
});

const eventsOf = ({ series, volumes }: MadeUp): readonly Recorded[] => [
  recorded(`main#series#${series.seriesId}`, 'catalogue.series-created', series),
  ...volumes.map((data) => recorded(`main#volume#${data.volumeId}`, 'catalogue.volume-created', data)),
];

/** Puts the rows that a projection makes of a catalogue into its view, as a rebuild does. */
export const fillView = async <L extends Listener>(
  endpoint: string,
  table: string,
  projection: RowsProjection<L>,
  catalogue: readonly MadeUp[],
): Promise<void> => {
  const rows = new Map<string, Guarded>();
  const memory = {
    get: async (key: Key) => rows.get(idOf(key)),
    put: (guarded: Guarded) => void rows.set(idOf(guarded.row), guarded),
  };
  for (const event of catalogue.flatMap(eventsOf)) await projectOnto(projection, event, memory);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'ap-northeast-1',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
  });
  const { documents } = await import('../../functions/platform/aws-clients.ts');
  // The first generation bears no mark, so that it does not matter what partitions the indexes.
  await dynamoViewTable(documents, { table, partitions: [] })
    .upkeep(1)
    .write([...rows.values()]);
};
