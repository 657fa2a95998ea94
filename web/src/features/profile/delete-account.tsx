import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Question } from '../../components/question.tsx';
import { useCommand } from '../../lib/use-command.ts';
import { deleteAccount } from './api/delete-account.ts';

const consequences = ['personal', 'holds', 'comments', 'records', 'final'] as const;

const LastQuestion = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const [understood, setUnderstood] = useState(false);
  const leave = useCommand({
    send: deleteAccount,
    // A new page: nothing of the member stays in this one's memory.
    onDone: () => window.location.replace('/goodbye'),
  });
  return (
    <Question
      title={t('profile.deleteTitle')}
      action={t('profile.deleteNow')}
      command={leave}
      isReady={understood}
      onYes={() => leave.mutate(undefined)}
      onClose={onClose}
    >
      <ul className="consequences">
        {consequences.map((consequence) => (
          <li key={consequence}>{t(`profile.consequences.${consequence}`)}</li>
        ))}
      </ul>
      <label className="check">
        <input type="checkbox" checked={understood} onChange={(event) => setUnderstood(event.target.checked)} />
        {t('profile.understood')}
      </label>
    </Question>
  );
};

/** Leaves the library for good, after a question that says what happens. */
export const DeleteAccount = () => {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <p className="muted">{t('profile.deleteIntro')}</p>
      <button type="button" className="button button-quiet button-danger" onClick={() => setAsking(true)}>
        {t('profile.delete')}
      </button>
      {isAsking && <LastQuestion onClose={() => setAsking(false)} />}
    </>
  );
};
