import { useTranslation } from 'react-i18next';
import type { Order } from './order.ts';
import { standingOf } from './order-end.ts';
import { isTurned } from './order-progress.ts';
import { whyNot } from './why-not.ts';

/** Said aloud when it changes: how the order stands, and why when it did not go through. */
export const OrderOutcome = ({ order }: { order: Order }) => {
  const { t } = useTranslation();
  const standing = standingOf(order);
  const isGood = standing === 'confirmed' || standing === 'shipped';
  const tone = isGood ? 'notice notice-good' : isTurned(order) ? 'notice notice-problem' : 'notice notice-plain';
  return (
    <div className={tone} role="status">
      <p>
        {t(`orders.outcomes.${standing}`)}
        {isTurned(order) && order.saga.failureReason && ` ${whyNot(order.saga.failureReason, t)}`}
      </p>
    </div>
  );
};
