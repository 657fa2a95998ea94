import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../components/page-heading.tsx';
import { Tabs } from '../../components/tabs.tsx';
import type { Return } from '../../features/lending/api/return-loan.ts';
import { ReturnButton } from '../../features/lending/return-button.tsx';
import { type LoanRecord, loanStates } from '../../features/records/api/list-records.ts';
import { RecordList } from '../../features/records/record-list.tsx';
import { useLanguage } from '../../lib/language.ts';
import { writtenMoney } from '../../lib/written.ts';

const views = ['any', ...loanStates] as const;

/** Stays when the loan it speaks of has left the list. */
const Thanks = ({ answer }: { answer: Return }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const fee = answer.lateFee && answer.lateFee.amount > 0 ? writtenMoney(answer.lateFee, language) : undefined;
  return <p>{fee === undefined ? t('lending.returned') : t('lending.returnedLate', { fee })}</p>;
};

const ReturnOf = ({
  record: { loanId, items },
  onReturned,
}: {
  record: LoanRecord;
  onReturned: (answer: Return) => void;
}) => (
  <ReturnButton
    loan={{ loanId, volumeIds: items.map(({ volumeId }) => volumeId) }}
    what={items.map(({ title }) => title).join(', ')}
    onReturned={onReturned}
  />
);

export default function LoansPage() {
  const { t } = useTranslation();
  const [view, setView] = useState<(typeof views)[number]>('any');
  const [returned, setReturned] = useState<Return>();
  return (
    <>
      <PageHeading title={t('records.title')} intro={t('records.intro')} />
      <Tabs
        label={t('records.filter')}
        value={view}
        options={views.map((value) => ({ value, label: t(`records.${value}`) }))}
        onChange={setView}
      />
      <div role="status" className={returned ? 'notice notice-good' : undefined}>
        {returned && <Thanks answer={returned} />}
      </div>
      <RecordList
        status={view === 'any' ? undefined : view}
        action={(record) => <ReturnOf record={record} onReturned={setReturned} />}
      />
    </>
  );
}
