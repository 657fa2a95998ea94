import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { Question } from '../../components/question.tsx';
import { failureOf } from '../../lib/http/failure.ts';
import { fieldProblem } from '../../lib/problem-words.ts';
import { useCommand } from '../../lib/use-command.ts';
import { type CopyMove, moveCopy } from './api/move-copy.ts';

interface MoveCopyProps {
  volumeId: string;
  copyId: string;
  move: CopyMove;
}

const WhyQuestion = ({ volumeId, copyId, move, onClose }: MoveCopyProps & { onClose: () => void }) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const command = useCommand({
    send: moveCopy(volumeId, move),
    changes: [
      ['copies', volumeId],
      ['availability', volumeId],
    ],
    onDone: onClose,
  });
  return (
    <Question
      title={t(`copies.moves.${move}.title`)}
      action={t(`copies.moves.${move}.action`)}
      command={command}
      isReady={reason.trim() !== ''}
      onYes={() => command.mutate({ copyId, reason: reason.trim() })}
      onClose={onClose}
    >
      <p className="muted">{t(`copies.moves.${move}.text`)}</p>
      <Field
        label={t('desk.reason')}
        required
        maxLength={500}
        value={reason}
        problem={command.error ? fieldProblem(failureOf(command.error), 'reason', t) : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
    </Question>
  );
};

/** Does something about one copy, and asks why. */
export const MoveCopyButton = (props: MoveCopyProps) => {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button button-quiet button-small"
        aria-label={`${t(`copies.moves.${props.move}.action`)}: ${props.copyId}`}
        onClick={() => setAsking(true)}
      >
        {t(`copies.moves.${props.move}.action`)}
      </button>
      {isAsking && <WhyQuestion {...props} onClose={() => setAsking(false)} />}
    </>
  );
};
