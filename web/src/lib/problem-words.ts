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

/**
 * What is wrong with one field, or with a part of it; the paths of the contract may start with `/` or `body.`. The library writes its reasons
 * in English: where another language is spoken, the field is named as wrong without them.
 */
export const fieldProblem = (failure: Failure | undefined, field: string, t: TFunction): string | undefined => {
  if (failure?.kind !== 'problem') return undefined;
  const message = failure.problem.errors?.find(({ path }) => path.split(/[./]/).includes(field))?.message;
  return message === undefined ? undefined : t('state.wrongField', { message });
};
