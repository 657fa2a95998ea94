import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Domain, type Ground } from '../constructs/domain.ts';

export class CatalogueStack extends Stack {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    const catalogue = new Domain(this, 'catalogue', ground);

    catalogue.command('create-series').appendsTo('series').claims('series-title').answers('POST /api/series');
    catalogue
      .command('create-volume')
      .appendsTo('volume')
      .consults('series')
      .claims('volume-number')
      .answers('POST /api/volumes');

    catalogue.projection('catalogue-shelf').hears().into('catalogue').rebuildable();
    catalogue
      .query('series')
      .from('catalogue')
      .answersAnyone('GET /api/series', 'GET /api/series/{seriesId}', 'GET /api/series/{seriesId}/volumes');
    catalogue
      .query('volumes')
      .from('catalogue')
      .answersAnyone('GET /api/volumes', 'GET /api/volumes/{volumeId}', 'GET /api/volumes/{volumeId}/next');
  }
}
