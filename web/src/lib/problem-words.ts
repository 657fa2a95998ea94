import type { TFunction } from 'i18next';
import type { Failure } from './http/failure.ts';
import { en } from './words/en.ts';

type Code = keyof typeof en.problem;

const isKnown = (code: string): code is Code => Object.hasOwn(en.problem, code);

/** A failure in the reader's own language; a refusal we have no words for names its code. */
export const problemWords = (failure: Failure, t: TFunction): string => {
  if (failure.kind !== 'problem') return t(`problem.${failure.kind}`);
  const { code, status } = failure.problem;
  if (isKnown(code)) return t(`problem.${code}`);
  return status >= 500 ? t('problem.fault') : t('state.refused', { code });
};

/** What is wrong with one field; the paths of the contract may start with `/` or `body.`. */
export const fieldProblem = (failure: Failure | undefined, field: string): string | undefined => {
  if (failure?.kind !== 'problem') return undefined;
  return failure.problem.errors?.find(({ path }) => path.split(/[./]/).at(-1) === field)?.message;
};
