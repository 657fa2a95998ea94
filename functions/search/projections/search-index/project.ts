import type { SeriesCreated } from '../../../../events/catalogue/series-created.ts';
import type { VolumeChanged } from '../../../../events/catalogue/volume-changed.ts';
import type { VolumeCreated } from '../../../../events/catalogue/volume-created.ts';
import type { ProductChanged } from '../../../../events/shop/product-changed.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { RowsProjection } from '../../../platform/projection.ts';
import { documentIn, documentKey, type SearchDocument, stampAfter, stampKey } from './view.ts';

/** What an event makes of one document: undefined takes it away. */
interface Found {
  kind: SearchDocument['kind'];
  id: string;
  document: SearchDocument | undefined;
}

/**
 * Documents to be searched, and the stamps of their buckets. A volume does not repeat what its series says: the two are joined
 * where they are searched, so that a change of a series changes one document, however many volumes it has.
 */
export const searchIndex: RowsProjection<'search-index'> = {
  listener: 'search-index',
  keysOf: (event) => {
    const found = foundIn(event);
    return found ? [documentKey(found.kind, found.id), stampKey(found.id)] : [];
  },
  project: (event, [row, stamp]) => {
    const found = foundIn(event);
    if (!found) return [];
    const { kind, id, document } = found;
    return [{ ...document, ...documentKey(kind, id) }, stampAfter(stamp, id, documentIn(row), document)];
  },
};

/** The document that an event is about, undefined when it changes none. */
const foundIn = ({ type, data }: HeardBy<'search-index'>): Found | undefined => {
  switch (type) {
    case 'catalogue.series-created':
    case 'catalogue.series-changed':
      return { kind: 'series', id: data.seriesId, document: seriesDocument(data) };
    case 'catalogue.series-withdrawn':
      return { kind: 'series', id: data.seriesId, document: undefined };
    case 'catalogue.volume-created':
    case 'catalogue.volume-changed':
      return { kind: 'volume', id: data.volumeId, document: volumeDocument(data) };
    case 'catalogue.volume-withdrawn':
      return { kind: 'volume', id: data.volumeId, document: undefined };
    case 'shop.product-created':
    case 'shop.product-changed':
      return { kind: 'product', id: data.productId, document: data.active ? productDocument(data) : undefined };
    case 'shop.product-withdrawn':
      return { kind: 'product', id: data.productId, document: undefined };
    // Heard so that readers with a consistency token know how far the search is.
    case 'catalogue.series-grew':
    case 'catalogue.series-shrank':
      return undefined;
  }
};

const present = (...texts: readonly (string | undefined)[]): string[] => texts.filter((text) => text !== undefined);

const seriesDocument = ({ seriesId, title, titleEn, author, illustrator }: SeriesCreated['data']): SearchDocument => ({
  kind: 'series',
  id: seriesId,
  title,
  alsoTitled: present(titleEn),
  people: [...new Set(present(author, illustrator))],
});

const productDocument = ({ productId, name, description }: ProductChanged['data']): SearchDocument => ({
  kind: 'product',
  id: productId,
  title: name,
  alsoTitled: [],
  people: [],
  text: description,
});

const volumeDocument = (data: VolumeCreated['data'] | VolumeChanged['data']): SearchDocument => ({
  kind: 'volume',
  id: data.volumeId,
  title: data.title,
  alsoTitled: present(data.subtitle),
  people: [],
  ...(data.summary !== undefined && { text: data.summary }),
  partOf: data.seriesId,
  place: data.number,
});
