import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/language.ts';
import { writtenTime } from '../../lib/written.ts';
import type { Order } from './order.ts';
import { type Step, stepsBack, stepsForward } from './order-progress.ts';

type AnyStep = Step<ReturnType<typeof stepsForward>[number]['step'] | ReturnType<typeof stepsBack>[number]['step']>;

const StepEntry = ({ step: { step, state, at } }: { step: AnyStep }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <li className={`step step-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
      <span className="step-name">{t(`orders.steps.${step}`)}</span>
      <span className="step-state">
        {at ? <time dateTime={at}>{writtenTime(at, language)}</time> : t(`orders.states.${state}`)}
      </span>
    </li>
  );
};

/** How far an order is; and, when it has turned, how far everything is given back. */
export const OrderSteps = ({ order }: { order: Order }) => {
  const { t } = useTranslation();
  const back = stepsBack(order);
  return (
    <div className="order-steps">
      <ol className="steps" aria-label={t('orders.progress')}>
        {stepsForward(order).map((step) => (
          <StepEntry key={step.step} step={step} />
        ))}
      </ol>
      {back.length > 0 && (
        <>
          <h3>{t('orders.givenBack')}</h3>
          <ol className="steps" aria-label={t('orders.givenBack')}>
            {back.map((step) => (
              <StepEntry key={step.step} step={step} />
            ))}
          </ol>
        </>
      )}
    </div>
  );
};
