import { useSyncExternalStore } from 'react';
import { type Basket, basketFrom } from './basket.ts';

const KEPT_AS = 'bunko.basket';

let written: string | null = null;
let basket: Basket = [];

/** The same basket as before while nothing else was written, so that nothing is drawn again. */
const read = (): Basket => {
  const now = localStorage.getItem(KEPT_AS);
  if (now !== written) [written, basket] = [now, basketFrom(now)];
  return basket;
};

const listeners = new Set<() => void>();

/** Other windows of the same browser tell of their changes by an event of its own. */
const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
};

/** Keeps a basket in this browser; nobody else ever sees it. */
export const keepBasket = (next: Basket): void => {
  localStorage.setItem(KEPT_AS, JSON.stringify(next));
  for (const listener of listeners) listener();
};

export const keptBasket = (): Basket => read();

/** The basket as it is; the component draws again when it changes, in whichever window. */
export const useBasket = (): Basket => useSyncExternalStore(listen, read);
