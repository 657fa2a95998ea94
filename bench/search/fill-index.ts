import type { Recorded } from '../../events/envelope.ts';
import { projectOnto } from '../../functions/platform/rebuild/rebuildable.ts';
import { dynamoViewTable } from '../../functions/platform/view-store/dynamodb-table.ts';
import { type Guarded, idOf } from '../../functions/platform/view-store/port.ts';
import { searchIndex } from '../../functions/search/projections/search-index/project.ts';
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

/** Puts the rows that the projection makes of a catalogue where the search reads them, as a rebuild does. */
export const fillIndex = async (endpoint: string, table: string, catalogue: readonly MadeUp[]): Promise<void> => {
  const rows = new Map<string, Guarded>();
  const memory = {
    get: async (key: Parameters<typeof idOf>[0]) => rows.get(idOf(key)),
    put: (guarded: Guarded) => void rows.set(idOf(guarded.row), guarded),
  };
  for (const event of catalogue.flatMap(eventsOf)) await projectOnto(searchIndex, event, memory);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'ap-northeast-1',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
  });
  const { documents } = await import('../../functions/platform/aws-clients.ts');
  await dynamoViewTable(documents, { table, partitions: [] })
    .upkeep(1)
    .write([...rows.values()]);
  documents.destroy();
};
