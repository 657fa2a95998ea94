import { motifs } from './cover-motifs.ts';
import { paletteOf } from './cover-palettes.ts';
import { escapeXml } from './covers.ts';
import type { SeedProduct } from './shop.ts';
import { spreadOf } from './spread.ts';

/** Where the picture of a product is found on this site. */
export const picturePath = (slug: string): string => `/pictures/${slug}.svg`;

/** Draws a product as a square of 400 units, with the motifs of the covers; the same picture for the same product. */
export const pictureSvg = ({ slug, name, motif }: Pick<SeedProduct, 'slug' | 'name' | 'motif'>): string => {
  const spread = spreadOf(slug);
  const palette = paletteOf(spread);
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 25 400 400" role="img">' +
    `<title>${escapeXml(name)}</title><rect width="400" height="450" fill="${palette.ground}"/>` +
    `${motifs[motif]({ palette, spread, volume: 0 })}</svg>`
  );
};
