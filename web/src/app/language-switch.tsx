import { useTranslation } from 'react-i18next';
import { languages, speak, useLanguage } from '../lib/language.ts';

/** Each language is named in itself, so that it is found by those who need it. */
export const LanguageSwitch = () => {
  const { t } = useTranslation();
  const current = useLanguage();
  return (
    <fieldset className="languages">
      <legend className="unseen">{t('language.label')}</legend>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === current}
          onClick={() => speak(language)}
        >
          {t(`language.${language}`)}
        </button>
      ))}
    </fieldset>
  );
};
