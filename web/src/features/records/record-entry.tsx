import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Cover } from '../../components/cover.tsx';
import { useLanguage } from '../../lib/language.ts';
import { writtenDay, writtenMoney } from '../../lib/written.ts';
import type { LoanRecord } from './api/list-records.ts';
import { stateOfLoan } from './state-of-loan.ts';

const Days = ({ record }: { record: LoanRecord }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { borrowedOn, dueOn, returnedOn, daysLate, lateFee } = record;
  const facts = [
    [t('records.borrowedOn'), writtenDay(borrowedOn, language)],
    [t('records.dueOn'), writtenDay(dueOn, language)],
    [t('records.returnedOn'), returnedOn && writtenDay(returnedOn, language)],
    [t('records.lateFee'), lateFee && lateFee.amount > 0 && writtenMoney(lateFee, language)],
  ] as const;
  return (
    <dl className="facts facts-row">
      {facts.map(([name, fact]) =>
        fact ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ) : null,
      )}
      {daysLate ? <div className="late">{t('records.daysLate', { count: daysLate })}</div> : null}
    </dl>
  );
};

interface RecordEntryProps {
  record: LoanRecord;
  action: (record: LoanRecord) => ReactNode;
}

/** One loan: what was borrowed, its days, and what can be done with it. */
export const RecordEntry = ({ record, action }: RecordEntryProps) => {
  const { t } = useTranslation();
  const state = stateOfLoan(record);
  return (
    <li className="entry">
      <div className="entry-covers">
        {record.items.map((item) => (
          <Cover key={item.volumeId} src={item.coverUrl} title={item.title} />
        ))}
      </div>
      <div className="entry-text">
        <span className={`badge badge-${state}`}>{t(`records.${state}`)}</span>
        {record.items.map((item) => (
          <p key={item.volumeId} className="entry-title">
            <Link to={`/volumes/${item.volumeId}`}>{item.title}</Link>
            {item.subtitle && <span className="muted"> {item.subtitle}</span>}
          </p>
        ))}
        <Days record={record} />
      </div>
      {state !== 'returned' && <div className="entry-action">{action(record)}</div>}
    </li>
  );
};
