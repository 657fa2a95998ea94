import type { OrderId } from '../../../events/ids.ts';
import { inMemoryBook } from '../books/in-memory.ts';
import type { MishapPlan } from '../mishaps.ts';
import { arranging, type ParcelLine } from './carrier-rules.ts';
import type { Carrier, CarrierAnswer } from './port.ts';
import { type CarrierCall, simulatedCarrier } from './simulated.ts';

interface Simulation {
  /** Gets what the carrier answers, and may pass it on late, twice or never. */
  answer: (answer: CarrierAnswer) => Promise<void> | void;
  mishaps?: MishapPlan<CarrierCall>;
}

/** The simulated carrier in the memory of this process, for tests; `parcels` is all it knows of. */
export const inMemoryCarrier = ({
  answer,
  ...simulation
}: Simulation): Carrier & { parcels: ReadonlyMap<OrderId, ParcelLine> } => {
  const lines = new Map<OrderId, ParcelLine>();
  const book = inMemoryBook(lines);
  const send = async (request: Parameters<typeof arranging>[0]) =>
    answer(await book.turn(request.orderId, arranging(request)));
  return { ...simulatedCarrier(book, { ...simulation, send }), parcels: lines };
};
