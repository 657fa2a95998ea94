import { Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Domain, type Ground } from '../constructs/domain.ts';

export class RecordsStack extends Stack {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    const records = new Domain(this, 'records', ground);

    records.projection('records').hears().into('records').rebuildable();
    records
      // As long as the gateway waits: a table of ten thousand loans is read page by page.
      .queryOf('records', { timeout: Duration.seconds(29) })
      .from('records')
      .listing('records')
      .consults('loan')
      .answers('GET /api/me/records', 'GET /api/me/records.csv');
  }
}
