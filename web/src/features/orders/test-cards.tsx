import { useTranslation } from 'react-i18next';

const testCards = [
  ['pays', '4242 4242 4242 4242'],
  ['declined', '4000 0000 0000 0002'],
  ['insufficient-funds', '4000 0000 0000 9995'],
  ['transient', '4000 0000 0000 0119'],
  ['timeout', '4000 0000 0000 0259'],
  ['lost-answer', '4000 0000 0000 0341'],
] as const;

/** The cards that the simulated gateway of a local library knows, and what each does. */
export const TestCards = () => {
  const { t } = useTranslation();
  return (
    <div className="hint aside test-cards">
      <p>{t('checkout.testCards')}</p>
      <dl>
        {testCards.map(([word, number]) => (
          <div key={word}>
            <dt>{number}</dt>
            <dd>{t(`checkout.cards.${word}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('checkout.testPostalCodes')}</p>
    </div>
  );
};
