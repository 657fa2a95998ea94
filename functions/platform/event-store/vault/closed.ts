import type { Vault } from './port.ts';

/** The vault of a function that has no business with personal data: it opens nothing, and cannot seal. */
export const closedVault: Vault = {
  seal: async () => {
    throw new Error('this function may not write personal data: its stack lacks `knowsPersonalData()`');
  },
  open: async () => undefined,
};
