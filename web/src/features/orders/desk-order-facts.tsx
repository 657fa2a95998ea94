import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/language.ts';
import { writtenInstant } from '../../lib/written.ts';
import type { Order } from './order.ts';

/** What only the desk needs of an order: whose it is, and what its saga says. */
export const DeskOrderFacts = ({ order: { memberId, placedAt, saga } }: { order: Order }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const facts = [
    [t('shopDesk.order.began'), writtenInstant(placedAt, language)],
    [t('shopDesk.order.ended'), saga.completedAt && writtenInstant(saga.completedAt, language)],
    [t('shopDesk.order.saga'), t(`orders.sagas.${saga.status}`)],
    [t('shopDesk.order.step'), t(`orders.steps.${saga.currentStep}`)],
    [t('shopDesk.order.reason'), saga.failureReason],
    [t('shopDesk.order.member'), memberId],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([name, fact]) =>
        fact ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
};
