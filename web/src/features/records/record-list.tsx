import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyShelf } from '../../components/empty-shelf.tsx';
import { LoadMore } from '../../components/load-more.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { itemsOf } from '../../lib/page-of.ts';
import { type LoanRecord, type LoanState, listRecords } from './api/list-records.ts';
import { RecordEntry } from './record-entry.tsx';

interface RecordListProps {
  status: LoanState | undefined;
  /** What can be done with a loan that is not returned. */
  action: (record: LoanRecord) => ReactNode;
}

/** The member's loans, each with its days and its fee. */
export const RecordList = ({ status, action }: RecordListProps) => {
  const { t } = useTranslation();
  const list = useInfiniteQuery(listRecords(status));
  if (list.isPending) return <Loading />;
  if (!list.data) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;

  const all = itemsOf(list.data.pages, ({ loanId }) => loanId);
  if (all.length === 0) return <EmptyShelf>{t('records.none')}</EmptyShelf>;
  return (
    <>
      <ul className="entries">
        {all.map((record) => (
          <RecordEntry key={record.loanId} record={record} action={action} />
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  );
};
