import { useTranslation } from 'react-i18next';
import { endSession } from '../../lib/session.ts';
import { useCommand } from '../../lib/use-command.ts';
import { signOut } from './api/sign-out.ts';

/** The way out. */
export const SignOutButton = () => {
  const { t } = useTranslation();
  const leave = useCommand({ send: signOut, onDone: endSession });
  return (
    <button
      type="button"
      className="button button-quiet button-small"
      disabled={leave.isPending}
      onClick={() => leave.mutate(undefined)}
    >
      {t('session.signOut')}
    </button>
  );
};
