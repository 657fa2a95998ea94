import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Domain, type Ground } from '../constructs/domain.ts';

export class RankingsStack extends Stack {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    const rankings = new Domain(this, 'rankings', ground);

    rankings.projection('ranking').hears().into('ranking').rebuildable();
    rankings.queryOf('ranking').from('ranking').listingBy('ranking').answersAnyone('GET /api/rankings/volumes');
  }
}
