import { Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Domain, type Ground } from '../constructs/domain.ts';

export class CatalogueStack extends Stack {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    const catalogue = new Domain(this, 'catalogue', ground);

    catalogue.command('create-series').appendsTo('series').claims('series-title').answers('POST /api/series');
    catalogue
      .command('change-series')
      .appendsTo('series')
      .claims('series-title')
      .releases('series-title')
      .answers('PATCH /api/series/{seriesId}');
    catalogue
      .command('withdraw-series', { timeout: Duration.seconds(29) })
      .appendsTo('series', 'volume')
      .restsOn('shelf')
      .releases('series-title', 'volume-number')
      .answers('DELETE /api/series/{seriesId}');
    catalogue
      .command('create-volume')
      .appendsTo('volume', 'series')
      .claims('volume-number')
      .answers('POST /api/volumes');
    catalogue
      .command('change-volume')
      .appendsTo('volume')
      .claims('volume-number')
      .releases('volume-number')
      .answers('PATCH /api/volumes/{volumeId}');
    catalogue
      .command('withdraw-volume')
      .appendsTo('volume', 'series')
      .restsOn('shelf')
      .releases('volume-number')
      .answers('DELETE /api/volumes/{volumeId}');

    catalogue.projection('catalogue-shelf').hears().into('catalogue').rebuildable();
    catalogue
      .query('series')
      .from('catalogue')
      .listing('catalogue')
      .listingBy('catalogue', 'by-title', 'by-author', 'by-genre', 'by-first-publication', 'of-series-by-number')
      .answersAnyone('GET /api/series', 'GET /api/series/{seriesId}', 'GET /api/series/{seriesId}/volumes');
    catalogue
      .query('volumes')
      .from('catalogue')
      .listing('catalogue')
      .listingBy('catalogue', 'by-publication', 'of-series-by-publication', 'of-series-by-number')
      .answersAnyone('GET /api/volumes', 'GET /api/volumes/{volumeId}', 'GET /api/volumes/{volumeId}/next');
  }
}
