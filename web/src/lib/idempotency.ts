import { type Failure, mayPass } from './http/failure.ts';

/**
 * Gives the key of a try: the same one while the same input has had no certain answer, a new one after success or a
 * refusal. So a second press of a button after a lost connection cannot do the thing twice.
 */
export const tryKeys = (newKey: () => string = () => crypto.randomUUID()) => {
  let open: { input: string; key: string } | undefined;

  return {
    keyFor: (input: unknown): string => {
      const written = JSON.stringify(input) ?? '';
      if (open?.input !== written) open = { input: written, key: newKey() };
      return open.key;
    },
    answered: (failure?: Failure): void => {
      if (failure === undefined || (failure.kind === 'problem' && !mayPass(failure))) open = undefined;
    },
  };
};
