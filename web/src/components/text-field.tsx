import type { ComponentProps } from 'react';
import { Labelled, type LabelProps } from './labelled.tsx';

/** A labelled input of several lines. */
export const TextField = ({ label, hint, problem, ...input }: ComponentProps<'textarea'> & LabelProps) => (
  <Labelled label={label} hint={hint} problem={problem}>
    {(tied) => <textarea rows={4} {...tied} {...input} />}
  </Labelled>
);
