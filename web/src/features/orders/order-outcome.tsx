import { useTranslation } from 'react-i18next';
import type { Order } from './order.ts';
import { standingOf } from './order-end.ts';
import { isTurned } from './order-progress.ts';
import { codeOf, whyNot } from './why-not.ts';

/** It went wrong: what its member wished for is no trouble. */
const isTrouble = ({ status, saga: { failureReason } }: Order): boolean =>
  status === 'needs-attention' ||
  (failureReason !== undefined && failureReason !== null && codeOf(failureReason) !== 'cancelled-by-member');

/** Said aloud when it changes: how the order stands, and why when it did not go through. */
export const OrderOutcome = ({ order }: { order: Order }) => {
  const { t } = useTranslation();
  const standing = standingOf(order);
  const isGood = standing === 'confirmed' || standing === 'shipped';
  const tone = isGood ? 'notice-good' : isTrouble(order) ? 'notice-problem' : 'notice-plain';
  return (
    <div className={`notice ${tone}`} role="status">
      <p>
        {t(`orders.outcomes.${standing}`)}
        {isTurned(order) && order.saga.failureReason && (
          <>
            <br />
            {whyNot(order.saga.failureReason, t)}
          </>
        )}
      </p>
    </div>
  );
};
