import { createHash } from 'node:crypto';

/**
 * The rows of the view `catalogue`: `{ pk: seriesId, sk: 'series' }` and `{ pk: volumeId, sk: 'volume' }`. Each list has
 * a sort attribute `<value><U+0001><id>` of its own; rows without it are not in the list.
 */
export type Kind = 'series' | 'volume';

/** Below every character that a title may hold, so that a short title comes before the longer one it begins. */
const SEPARATOR = '\u0001';
/** After every key of a value, before those of the next. */
const BEHIND = '\u0002';

/** An index of the view. */
export interface ListIndex {
  name: string;
  /** The sort attribute. */
  attribute: string;
}

export const seriesLists = {
  title: { name: 'by-title', attribute: 'titleKey' },
  author: { name: 'by-author', attribute: 'authorKey' },
  genre: { name: 'by-genre', attribute: 'genreKey' },
  firstPublishedOn: { name: 'by-first-publication', attribute: 'firstPublishedKey' },
} as const satisfies Readonly<Record<string, ListIndex>>;
export const volumesByPublication: ListIndex = { name: 'by-publication', attribute: 'publishedKey' };
export const volumesOfSeriesByPublication: ListIndex = { name: 'of-series-by-publication', attribute: 'publishedKey' };
export const volumesOfSeriesByNumber: ListIndex = { name: 'of-series-by-number', attribute: 'numberKey' };

/** The sort attribute of a row. */
export const sortKey = (value: string, id: string): string => `${value}${SEPARATOR}${id}`;
/** DynamoDB takes no longer sort attribute in an index. */
const LONGEST_KEY_BYTES = 1024;
const ID = /^[A-Za-z0-9-]{1,64}$/;

/** The id in a sort attribute, undefined for what is none. */
export const idIn = (key: string): string | undefined => {
  const [value = '', id = '', ...more] = key.split(SEPARATOR);
  const isKey =
    value !== '' &&
    value.isWellFormed() &&
    ID.test(id) &&
    more.length === 0 &&
    Buffer.byteLength(key) <= LONGEST_KEY_BYTES;
  return isKey ? id : undefined;
};

/** A bound that has every key of this value before it. */
export const behind = (value: string): string => `${value}${BEHIND}`;
/** Numbers as text, in their order; five digits, so that the one after 9999 still comes last. */
export const paddedNumber = (number: number): string => String(number).padStart(5, '0');

export const seriesRow = (seriesId: string) => ({ pk: seriesId, sk: 'series' });
export const volumeRow = (volumeId: string) => ({ pk: volumeId, sk: 'volume' });

/** A row `{ pk: 'stamps', sk: '07', changes }` for some of the series moves with every change of them or of their volumes. */
export const STAMPS = 'stamps';
export const STAMP_COUNT = 16;
export const stampRow = (seriesId: string) => ({
  pk: STAMPS,
  sk: String(createHash('sha256').update(seriesId).digest().readUInt8(0) % STAMP_COUNT).padStart(2, '0'),
});
