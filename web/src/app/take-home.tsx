import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { HoldOfVolume } from '../features/holds/hold-of-volume.tsx';
import type { Loan } from '../features/lending/api/borrow-volume.ts';
import type { Availability } from '../features/lending/api/get-availability.ts';
import { BorrowButton } from '../features/lending/borrow-button.tsx';
import { BorrowedNotice } from '../features/lending/borrowed-notice.tsx';
import { useSession } from '../lib/session.ts';

const WayIn = ({ isAvailable }: { isAvailable: boolean }) => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <Link className="button button-wide" to={`/sign-in?next=${encodeURIComponent(pathname)}`}>
      {isAvailable ? t('lending.signInToBorrow') : t('holds.signInToReserve')}
    </Link>
  );
};

/** The ways to read a volume at home: borrow it or wait for it. A guest is shown the way in and comes back here. */
export const TakeHome = ({ availability: { volumeId, available } }: { availability: Availability }) => {
  const session = useSession();
  const [loan, setLoan] = useState<Loan>();
  if (session.status !== 'member') return <WayIn isAvailable={available > 0} />;
  if (loan) return <BorrowedNotice loan={loan} />;
  return (
    <HoldOfVolume
      volumeId={volumeId}
      isAvailable={available > 0}
      borrow={<BorrowButton volumeId={volumeId} onBorrowed={setLoan} />}
    />
  );
};
