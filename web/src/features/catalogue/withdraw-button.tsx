import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Question } from '../../components/question.tsx';
import { useCommand } from '../../lib/use-command.ts';
import { catalogueQueries } from './api/catalogue-reads.ts';
import { withdraw } from './api/withdraw.ts';

interface WithdrawButtonProps {
  kind: 'series' | 'volumes';
  id: string;
  title: string;
  onWithdrawn: () => void;
}

/** Takes something out of the catalogue, after a question. */
export const WithdrawButton = ({ kind, id, title, onWithdrawn }: WithdrawButtonProps) => {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const leave = useCommand({ send: withdraw(kind), changes: catalogueQueries, onDone: onWithdrawn });
  return (
    <>
      <button type="button" className="button button-quiet button-danger" onClick={() => setAsking(true)}>
        {t(`desk.withdraw.${kind}`)}
      </button>
      {isAsking && (
        <Question
          title={t('desk.withdraw.title', { title })}
          action={t(`desk.withdraw.${kind}`)}
          command={leave}
          onYes={() => leave.mutate(id)}
          onClose={() => setAsking(false)}
        >
          <p>{t(`desk.withdraw.${kind}Text`)}</p>
        </Question>
      )}
    </>
  );
};
