import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Question } from '../../components/question.tsx';
import { TextField } from '../../components/text-field.tsx';
import { failureOf } from '../../lib/http/failure.ts';
import { fieldProblem } from '../../lib/problem-words.ts';
import { useCommand } from '../../lib/use-command.ts';
import { cancelOrder } from './api/cancel-order.ts';
import { orderQueries } from './api/order-reads.ts';

const LONGEST_REASON = 500;

const CancelQuestion = ({ orderId, onClose }: { orderId: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const cancel = useCommand({ send: cancelOrder(orderId), changes: orderQueries, onDone: onClose });
  return (
    <Question
      title={t('orders.cancel.title')}
      action={t('orders.cancel.action')}
      command={cancel}
      onYes={() => cancel.mutate(reason.trim())}
      onClose={onClose}
      wayOut={t('orders.cancel.keep')}
    >
      <p className="muted">{t('orders.cancel.text')}</p>
      <TextField
        label={t('desk.optional', { label: t('desk.reason') })}
        maxLength={LONGEST_REASON}
        value={reason}
        problem={cancel.error ? fieldProblem(failureOf(cancel.error), 'reason', t) : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
    </Question>
  );
};

/** Asks for the end of an order, after a question. */
export const CancelOrderButton = ({ orderId }: { orderId: string }) => {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="button button-quiet button-danger" onClick={() => setAsking(true)}>
        {t('orders.cancel.action')}
      </button>
      {isAsking && <CancelQuestion orderId={orderId} onClose={() => setAsking(false)} />}
    </>
  );
};
