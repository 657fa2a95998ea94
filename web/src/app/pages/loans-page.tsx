import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Choice } from '../../components/choice.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import type { Return } from '../../features/lending/api/return-loan.ts';
import { RenewButton } from '../../features/lending/renew-button.tsx';
import { ReturnButton } from '../../features/lending/return-button.tsx';
import { type LoanRecord, loanStates } from '../../features/records/api/list-records.ts';
import { DownloadRecords } from '../../features/records/download-records.tsx';
import { RecordList } from '../../features/records/record-list.tsx';
import { useLanguage } from '../../lib/language.ts';
import { writtenMoney } from '../../lib/written.ts';
import { ShelfTabs } from '../shelf-tabs.tsx';

const views = ['any', ...loanStates] as const;

/** Stays when the loan it speaks of has left the list. */
const Thanks = ({ answer }: { answer: Return }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const fee = answer.lateFee && answer.lateFee.amount > 0 ? writtenMoney(answer.lateFee, language) : undefined;
  return <p>{fee === undefined ? t('lending.returned') : t('lending.returnedLate', { fee })}</p>;
};

interface ActionsProps {
  record: LoanRecord;
  onReturned: (answer: Return) => void;
}

const Actions = ({ record: { loanId, items }, onReturned }: ActionsProps) => {
  const what = items.map(({ title }) => title).join(', ');
  return (
    <>
      <ReturnButton
        loan={{ loanId, volumeIds: items.map(({ volumeId }) => volumeId) }}
        what={what}
        onReturned={onReturned}
      />
      <RenewButton loanId={loanId} what={what} />
    </>
  );
};

/** Which loans are shown; the address holds it, so that going back works. */
const useView = () => {
  const [address, setAddress] = useSearchParams();
  const view = views.find((known) => known === address.get('status')) ?? 'any';
  const setView = (next: (typeof views)[number]) => void setAddress(next === 'any' ? {} : { status: next });
  return [view, setView] as const;
};

export default function LoansPage() {
  const { t } = useTranslation();
  const [view, setView] = useView();
  const [returned, setReturned] = useState<Return>();
  return (
    <>
      <PageHeading title={t('records.title')} intro={t('records.intro')} />
      <ShelfTabs />
      <div className="list-head">
        <Choice
          label={t('records.filter')}
          value={view}
          options={views.map((value) => ({ value, label: t(`records.${value}`) }))}
          onChange={setView}
        />
        <DownloadRecords />
      </div>
      <div role="status" className={returned ? 'notice notice-good' : undefined}>
        {returned && <Thanks answer={returned} />}
      </div>
      <RecordList
        status={view === 'any' ? undefined : view}
        action={(record) => <Actions record={record} onReturned={setReturned} />}
      />
    </>
  );
}
