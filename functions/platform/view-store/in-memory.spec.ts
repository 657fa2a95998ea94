import { viewStoreContract } from './contract-suite.ts';
import { inMemoryViewStore, inMemoryViewTable } from './in-memory.ts';
import { viewTableContract } from './table-contract-suite.ts';

viewStoreContract('the view in memory', async () => inMemoryViewStore());
viewTableContract('the view in memory', async () => inMemoryViewTable());
