import type { ComponentProps } from 'react';
import { Labelled, type LabelProps } from './labelled.tsx';

/** A labelled input. */
export const Field = ({ label, hint, problem, ...input }: ComponentProps<'input'> & LabelProps) => (
  <Labelled label={label} hint={hint} problem={problem}>
    {(tied) => <input {...tied} {...input} />}
  </Labelled>
);
