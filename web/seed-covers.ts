import type { Plugin } from 'vite';
import { catalogue } from '../scripts/seed/catalogue.ts';
import { coverPath, coverSvg } from '../scripts/seed/covers.ts';
import { picturePath, pictureSvg } from '../scripts/seed/pictures.ts';
import { products } from '../scripts/seed/shop.ts';

/** The covers of the seed catalogue and the pictures of the shop's first products, by their path on the site. */
const covers = (): Map<string, string> =>
  new Map([
    ...products.map((product): [string, string] => [picturePath(product.slug), pictureSvg(product)]),
    ...catalogue.flatMap(({ slug, motif, body, volumes }) => {
      const words = {
        slug,
        title: body.title,
        titleEn: body.titleEn,
        author: body.author,
        ...(motif ? { motif } : {}),
      };
      const ofSeries: [string, string] = [coverPath(slug), coverSvg(words)];
      const ofVolumes = volumes.map(({ number }): [string, string] => [
        coverPath(slug, number),
        coverSvg({ ...words, number }),
      ]);
      return [ofSeries, ...ofVolumes];
    }),
  ]);

/** Puts the drawn covers beside the built application, and answers them in development. */
export const seedCovers = (): Plugin => ({
  name: 'bunko-seed-covers',
  generateBundle() {
    for (const [path, source] of covers()) this.emitFile({ type: 'asset', fileName: path.slice(1), source });
  },
  configureServer(server) {
    const drawn = covers();
    server.middlewares.use((request, response, next) => {
      const cover = drawn.get((request.url ?? '').split('?')[0] ?? '');
      if (cover === undefined) return next();
      response.setHeader('content-type', 'image/svg+xml; charset=utf-8');
      response.end(cover);
    });
  },
});
