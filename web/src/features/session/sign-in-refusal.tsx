import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { en } from '../../lib/words/en.ts';

type Known = keyof typeof en.signInError;

const isKnown = (code: string): code is Known => Object.hasOwn(en.signInError, code);

/** A code that came back with the browser, in words; a code we do not know is not repeated, for anybody can write one. */
export const refusalWords = (code: string, t: TFunction): string => t(`signInError.${isKnown(code) ? code : 'other'}`);

/** Says why a sign-in with another account came to nothing. */
export const SignInRefusal = ({ code }: { code: string | null }) => {
  const { t } = useTranslation();
  if (code === null) return null;
  return (
    <div className="notice notice-problem" role="alert">
      <p>{refusalWords(code, t)}</p>
    </div>
  );
};
