import type { VolumeId } from '../../../../events/ids.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';

/** The volumes whose counts an event touches. */
export const volumesOf = ({ type, data }: HeardBy<'ranking'>): readonly VolumeId[] =>
  type === 'lending.loan-opened' ? data.items.map(({ volumeId }) => volumeId) : [data.volumeId];
