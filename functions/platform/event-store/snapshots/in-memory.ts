import { packedState, unpackedState } from './packed-state.ts';
import type { Snapshot, Snapshots } from './port.ts';

/** Snapshots in the memory of this process, for tests and simulation. */
export const inMemorySnapshots = (): Snapshots & { readonly size: number } => {
  const kept = new Map<string, { state: Uint8Array; place: Snapshot['place'] }>();
  const keyOf = (stream: string, reducer: string) => `${stream}\n${reducer}`;
  return {
    get size() {
      return kept.size;
    },
    async find(stream, reducer) {
      const found = kept.get(keyOf(stream, reducer));
      return found && { state: unpackedState(found.state), place: found.place };
    },
    async keep(stream, reducer, { state, place }) {
      kept.set(keyOf(stream, reducer), { state: packedState(state), place });
    },
  };
};
