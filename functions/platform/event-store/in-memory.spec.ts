import { eventStoreContract } from './contract-suite.ts';
import { inMemoryEventStore } from './in-memory.ts';

eventStoreContract('the store in memory', async (keeping) => inMemoryEventStore(keeping));
