import type { ReadableView, ViewStore } from '../view-store/port.ts';
import type { Pointers } from './pointers.ts';

/** A view as its readers see it: always the live generation. */
export const liveView = (view: string, pointers: Pointers, generation: (number: number) => ViewStore): ReadableView => {
  let open: { number: number; store: ViewStore } | undefined;
  const live = async () => {
    const { live: number } = await pointers(view);
    if (open?.number !== number) open = { number, store: generation(number) };
    return open.store;
  };
  return {
    get: async (key) => (await live()).get(key),
    query: async (request) => (await live()).query(request),
    position: async (stream) => (await live()).position(stream),
  };
};
