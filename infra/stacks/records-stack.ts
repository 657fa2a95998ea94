import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Domain, type Ground } from '../constructs/domain.ts';

export class RecordsStack extends Stack {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    const records = new Domain(this, 'records', ground);

    records.projection('records').hears().into('records').rebuildable();
    records.queryOf('records').from('records').consults('loan').answers('GET /api/me/records');
  }
}
