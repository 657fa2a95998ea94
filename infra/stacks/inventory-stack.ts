import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Domain, type Ground } from '../constructs/domain.ts';

export class InventoryStack extends Stack {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    const inventory = new Domain(this, 'inventory', ground);

    inventory.reaction('open-shelf').hears().appendsTo('shelf');
    inventory.command('add-copies').appendsTo('shelf').restsOn('volume').answers('POST /api/volumes/{volumeId}/copies');
    inventory.command('withdraw-copy').appendsTo('shelf').answers('DELETE /api/copies/{copyId}');
    inventory.command('lose-copy').appendsTo('shelf').answers('POST /api/copies/{copyId}/lost');
    inventory.command('find-copy').appendsTo('shelf').answers('POST /api/copies/{copyId}/found');

    inventory.projection('availability').hears().into('availability').rebuildable();
    inventory.projection('copy-history').hears().into('copy-history').rebuildable();
    inventory
      .queryOf('availability')
      .from('availability', 'copy-history')
      .listing('copy-history')
      .consults('volume', 'shelf')
      .answersAnyone('GET /api/volumes/{volumeId}/availability')
      .answers('GET /api/volumes/{volumeId}/copies');
  }
}
