import { useTranslation } from 'react-i18next';

interface LoadMoreProps {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** The way to the next page of a list, as long as there is one. */
export const LoadMore = ({ list }: LoadMoreProps) => {
  const { t } = useTranslation();
  if (!list.hasNextPage) return null;
  return (
    <p className="load-more">
      <button
        type="button"
        className="button button-quiet"
        disabled={list.isFetchingNextPage}
        onClick={() => void list.fetchNextPage()}
      >
        {list.isFetchingNextPage ? t('state.loading') : t('state.more')}
      </button>
    </p>
  );
};
