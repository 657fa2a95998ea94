import type { Recorded } from '../../../../events/envelope.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { RowsProjection } from '../../../platform/projection.ts';
import { type ChangeRow, changeKey } from './view.ts';

type Heard = Recorded<HeardBy<'copy-history'>>;

const keyOf = ({ data, version }: Heard) => changeKey(data.volumeId, copiesOf(data)[0] ?? '', version);
const copiesOf = (data: Heard['data']) => ('copyIds' in data ? data.copyIds : [data.copyId]);

const whats = {
  'inventory.copies-added': 'added',
  'inventory.copy-withdrawn': 'withdrawn',
  'inventory.copy-lost': 'lost',
  'inventory.copy-found': 'found',
} as const satisfies Record<Heard['type'], ChangeRow['what']>;

/** One row for each change. */
export const copyHistory: RowsProjection<'copy-history'> = {
  listener: 'copy-history',
  keysOf: (event) => [keyOf(event)],
  project: (event) => {
    const { volumeId, reason } = event.data;
    const at = event.metadata.occurredAt;
    const change: ChangeRow = { volumeId, what: whats[event.type], copyIds: copiesOf(event.data), reason, at };
    return [{ ...change, ...keyOf(event) }];
  },
};
