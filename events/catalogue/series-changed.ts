import { contract, type EventOf } from '../contract.ts';
import { SeriesCreated } from './series-created.ts';

/** A librarian corrected a series: all of it as it is now. A title given up is free again. */
export const SeriesChanged = contract('catalogue.series-changed', 1, SeriesCreated.shape, { category: 'series' });
export type SeriesChanged = EventOf<typeof SeriesChanged>;
