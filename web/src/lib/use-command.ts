import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf, mayPass } from './http/failure.ts';
import { tryKeys } from './idempotency.ts';

interface CommandOptions<Input, Output> {
  send: (input: Input, key: string) => Promise<Output>;
  /** What may look different once the command was accepted or refused. */
  changes?: readonly QueryKey[];
  onDone?: (output: Output) => void;
}

const REPEATS = 2;

/** A command as a button or a form needs it: `mutate`, `isPending`, `error`. Passing failures are repeated under one key. */
export const useCommand = <Input, Output>({ send, changes = [], onDone }: CommandOptions<Input, Output>) => {
  const queries = useQueryClient();
  const [keys] = useState(() => tryKeys());
  return useMutation<Output, Error, Input>({
    // What was entered, a password or a card, is not remembered longer than its form is in sight.
    gcTime: 0,
    mutationFn: (input) => send(input, keys.keyFor(input)),
    retry: (repeats, error) => repeats < REPEATS && mayPass(failureOf(error)),
    onSuccess: (output) => {
      keys.answered();
      onDone?.(output);
    },
    onError: (error) => keys.answered(failureOf(error)),
    onSettled: () => {
      for (const queryKey of changes) void queries.invalidateQueries({ queryKey });
    },
  });
};
