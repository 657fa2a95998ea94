import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Faults, noFaults } from '../faults/faults.ts';
import { jsonLog } from '../log.ts';
import type { Clock, Log } from '../ports.ts';
import { openState } from '../state.ts';
import { type Broker, startBroker } from './broker.ts';

const processClock: Clock = { now: () => new Date(), offsetMs: () => 0, onMove: () => {} };

/** A broker for tests, in a directory of its own. */
export interface ScratchBroker {
  broker: Broker;
  /** Stops it and starts another one on the same data and port. */
  restart(): Promise<Broker>;
  /** Stops it and removes its data. */
  discard(): Promise<void>;
}

export const scratchBroker = async (
  log: Log = jsonLog({ write: () => {} }),
  faults: Faults = noFaults,
): Promise<ScratchBroker> => {
  const directory = mkdtempSync(join(tmpdir(), 'bunko-kafka-'));
  let state = openState(directory);
  const scratch = {
    broker: await startBroker({ state, log, clock: processClock, faults }),
    async restart() {
      const { port } = scratch.broker;
      await scratch.broker.stop();
      state.close();
      state = openState(directory);
      scratch.broker = await startBroker({ state, log, clock: processClock, faults, port });
      return scratch.broker;
    },
    async discard() {
      await scratch.broker.stop();
      state.close();
      rmSync(directory, { recursive: true });
    },
  };
  return scratch;
};
