import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Cover } from '../../components/cover.tsx';
import { useLanguage } from '../../lib/language.ts';
import { useLibraryToday } from '../../lib/library-today.ts';
import { writtenDay, writtenMoney } from '../../lib/written.ts';
import type { LoanRecord } from './api/list-records.ts';
import { type DueMark, dueMarkOf } from './due-mark.ts';

const Mark = ({ due }: { due: DueMark }) => {
  const { t } = useTranslation();
  return <span className={`badge badge-${due.mark}`}>{t(`records.${due.mark}`)}</span>;
};

const useFacts = ({ borrowedOn, dueOn, returnedOn, lateFee }: LoanRecord) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return [
    [t('records.borrowedOn'), writtenDay(borrowedOn, language)],
    [t('records.dueOn'), writtenDay(dueOn, language)],
    [t('records.returnedOn'), returnedOn && writtenDay(returnedOn, language)],
    [t('records.lateFee'), lateFee && lateFee.amount > 0 && writtenMoney(lateFee, language)],
  ] as const;
};

const Days = ({ record, due }: { record: LoanRecord; due: DueMark }) => {
  const { t } = useTranslation();
  const daysLate = due.mark === 'overdue' ? due.days : record.daysLate;
  return (
    <dl className="facts facts-row">
      {useFacts(record).map(([name, fact]) =>
        fact ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ) : null,
      )}
      {daysLate ? <div className="late">{t('records.daysLate', { count: daysLate })}</div> : null}
      {due.mark === 'due-soon' && <div className="soon">{t('records.daysLeft', { count: due.days })}</div>}
    </dl>
  );
};

interface RecordEntryProps {
  record: LoanRecord;
  action: (record: LoanRecord) => ReactNode;
}

/** One loan: what was borrowed, its days, and what can be done with it. */
export const RecordEntry = ({ record, action }: RecordEntryProps) => {
  const due = dueMarkOf(record, useLibraryToday());
  return (
    <li className="entry">
      <div className="entry-covers">
        {record.items.map((item) => (
          <Cover key={item.volumeId} src={item.coverUrl} title={item.title} />
        ))}
      </div>
      <div className="entry-text">
        <Mark due={due} />
        {record.items.map((item) => (
          <p key={item.volumeId} className="entry-title">
            <Link to={`/volumes/${item.volumeId}`}>{item.title}</Link>
            {item.subtitle && <span className="muted"> {item.subtitle}</span>}
          </p>
        ))}
        <Days record={record} due={due} />
      </div>
      {due.mark !== 'returned' && <div className="entry-action">{action(record)}</div>}
    </li>
  );
};
