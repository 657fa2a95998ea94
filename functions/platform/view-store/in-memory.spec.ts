import { viewStoreContract } from './contract-suite.ts';
import { inMemoryViewStore } from './in-memory.ts';

viewStoreContract('the view in memory', async () => inMemoryViewStore());
