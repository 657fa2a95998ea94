import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Domain, type Ground } from '../constructs/domain.ts';

export class SearchStack extends Stack {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    const search = new Domain(this, 'search', ground);

    search.projection('search-index').hears().into('search').rebuildable();
    // One whole processor: the documents are held in memory and looked through by each query (docs/decisions/0020).
    search
      .queryOf('search-index', { memorySize: 1_769 })
      .from('search')
      .listing('search')
      .answersAnyone('GET /api/search');
  }
}
