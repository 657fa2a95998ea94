import type { FaultKind } from './fault-table.ts';
import type { Faults } from './faults.ts';

/** What the rules have for one produce request. */
export interface ProduceFate {
  /** Nothing is appended, and every partition answers an unknown error of the server. */
  fails: boolean;
  /** Everything is appended, then the connection is cut. */
  losesAnswer: boolean;
  /** How long the producer is told to wait before its next request, milliseconds. */
  throttleMs: number;
}

const kinds: readonly FaultKind[] = ['lose-answer', 'throttle', 'error', 'hang'];

/** Asks the rules about a produce request to these topics. A hanging one throws in the end, which closes its connection. */
export const produceFate = async (faults: Faults, topics: readonly string[]): Promise<ProduceFate> => {
  const struck = faults.strike('kafka', topics, kinds);
  const of = (wanted: FaultKind) => struck.find(({ kind }) => kind === wanted);
  const hanging = of('hang');
  if (hanging) {
    await faults.hold('a produce request hangs', hanging.delayMs);
    throw new Error('a fault: the request is never answered');
  }
  return {
    fails: of('error') !== undefined,
    losesAnswer: of('lose-answer') !== undefined,
    throttleMs: of('throttle')?.delayMs ?? 0,
  };
};
