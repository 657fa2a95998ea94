import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useCommand } from '../../lib/use-command.ts';
import { cancelHold } from './api/cancel-hold.ts';
import type { Hold } from './api/list-holds.ts';

/** Gives up a place in the queue, or a copy that was put aside. */
export const CancelHoldButton = ({ hold }: { hold: Hold }) => {
  const { t } = useTranslation();
  const cancel = useCommand({
    send: cancelHold,
    changes: [
      ['me', 'holds'],
      ['availability', hold.volumeId],
    ],
  });
  return (
    <>
      <button
        type="button"
        className="button button-quiet"
        disabled={cancel.isPending || cancel.isSuccess}
        onClick={() => cancel.mutate({ holdId: hold.holdId, volumeId: hold.volumeId })}
      >
        {cancel.isPending ? t('state.saving') : t('holds.cancel')}
      </button>
      {cancel.error && <ProblemNotice error={cancel.error} />}
    </>
  );
};
