import type { OrderId } from '../../../events/ids.ts';
import { inMemoryBook } from '../books/in-memory.ts';
import type { Entry } from './ledger-rules.ts';
import type { PaymentGateway } from './port.ts';
import { type Simulation, simulatedGateway } from './simulated.ts';
import { withTimeLimit } from './time-limit.ts';

/** The simulated gateway in the memory of this process, for tests; `ledger` is all it ever moved. */
export const inMemoryGateway = (
  simulation: Simulation = {},
): PaymentGateway & { ledger: ReadonlyMap<OrderId, Entry> } => {
  const lines = new Map<OrderId, Entry>();
  // Nothing in memory takes time, so what has not answered at once never will.
  return { ...withTimeLimit(simulatedGateway(inMemoryBook(lines), simulation), 0), ledger: lines };
};
