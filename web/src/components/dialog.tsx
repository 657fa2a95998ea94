import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface DialogProps {
  title: string;
  onClose: () => void;
  /** The way out, where “Cancel” could mean the thing itself. */
  wayOut?: string | undefined;
  children: ReactNode;
}

/** A question above the page, which waits behind it; Escape and the button close it, and focus goes back where it was. */
export const Dialog = ({ title, onClose, wayOut, children }: DialogProps) => {
  const { t } = useTranslation();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onCancel={onClose}>
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="button button-quiet button-small" onClick={onClose}>
          {wayOut ?? t('state.cancel')}
        </button>
      </div>
      {children}
    </dialog>
  );
};
