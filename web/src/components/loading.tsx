import { useTranslation } from 'react-i18next';

/** A quiet word that something is on its way. */
export const Loading = () => {
  const { t } = useTranslation();
  return (
    <p className="loading" role="status">
      {t('state.loading')}
    </p>
  );
};
