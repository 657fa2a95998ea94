import type { EnteredField } from '../../lib/entered-fields.ts';

/** What a librarian enters of a series. */
export const seriesFields = [
  { name: 'title', kind: 'line', most: 200 },
  { name: 'titleEn', kind: 'line', most: 200, isOptional: true },
  { name: 'author', kind: 'line', most: 100 },
  { name: 'illustrator', kind: 'line', most: 100, isOptional: true },
  { name: 'genre', kind: 'line', most: 100 },
  { name: 'publisher', kind: 'line', most: 100 },
  { name: 'coverUrl', kind: 'line', isOptional: true },
  { name: 'firstPublishedOn', kind: 'day' },
  { name: 'lastPublishedOn', kind: 'day', isOptional: true },
] as const satisfies readonly EnteredField[];

/** What a librarian enters of a volume, and may change later. */
export const volumeFields = [
  { name: 'title', kind: 'line', most: 200 },
  { name: 'subtitle', kind: 'line', most: 200, isOptional: true },
  { name: 'number', kind: 'number', least: 1, most: 9999 },
  { name: 'totalPages', kind: 'number', least: 1, most: 10_000, isOptional: true },
  { name: 'summary', kind: 'lines', most: 2000, isOptional: true },
  { name: 'coverUrl', kind: 'line', isOptional: true },
  { name: 'publishedOn', kind: 'day' },
] as const satisfies readonly EnteredField[];

/** A new volume comes with its first copies. */
export const newVolumeFields = [
  ...volumeFields,
  { name: 'initialCopies', kind: 'number', least: 0, most: 100 },
] as const satisfies readonly EnteredField[];
