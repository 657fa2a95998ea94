import { type ReactNode, useId } from 'react';

/** What ties a control to its label, its hint and its problem, so that they are read out with it. */
export interface Tied {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

export interface LabelProps {
  label: string;
  hint?: string | undefined;
  /** What is wrong with what was entered. */
  problem?: string | undefined;
}

/** A label above a control, its hint and its problem below. */
export const Labelled = ({ label, hint, problem, children }: LabelProps & { children: (tied: Tied) => ReactNode }) => {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': problem ? true : undefined, 'aria-describedby': described || undefined })}
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
};
