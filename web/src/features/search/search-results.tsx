import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LoadMore } from '../../components/load-more.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { languageOfText } from '../../lib/language-of-text.ts';
import { itemsOf } from '../../lib/page-of.ts';
import { type Hit, type Search, type SearchKind, searchLibrary } from './api/search-library.ts';
import { Marked } from './marked.tsx';

const shelves = { volume: '/volumes', series: '/series', product: '/shop/products' } as const satisfies Record<
  SearchKind,
  string
>;

const addressOf = ({ kind, id }: Hit): string => `${shelves[kind]}/${id}`;

interface FoundProps {
  hit: Hit;
  question: string;
  cover: ReactNode;
}

const Found = ({ hit, question, cover }: FoundProps) => {
  const { t } = useTranslation();
  return (
    <li className="hit">
      {cover}
      <div>
        <span className="badge badge-returned">{t(`search.kinds.${hit.kind}`)}</span>
        <h2 lang={languageOfText(hit.title)}>
          <Link className="hit-title" to={addressOf(hit)}>
            <Marked text={hit.title} question={question} />
          </Link>
        </h2>
        <p className="hit-snippet" lang={languageOfText(hit.snippet)}>
          <Marked text={hit.snippet} question={question} />
        </p>
      </div>
    </li>
  );
};

interface SearchResultsProps {
  search: Search;
  /** How the cover of a hit is drawn. */
  cover: (hit: Hit) => ReactNode;
  /** What is shown when nothing was found. */
  nothing: ReactNode;
}

/** What was found, best first, with the words that were looked for marked. */
export const SearchResults = ({ search, cover, nothing }: SearchResultsProps) => {
  const { t } = useTranslation();
  const list = useInfiniteQuery(searchLibrary(search));
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;

  const all = itemsOf(list.data.pages, ({ kind, id }) => `${kind} ${id}`);
  return (
    <>
      <p className="count" role="status">
        {t('search.found', { count: list.data.pages[0]?.total ?? 0 })}
      </p>
      {all.length === 0 && nothing}
      <ul className="hits" aria-busy={list.isPlaceholderData}>
        {all.map((hit) => (
          <Found key={`${hit.kind} ${hit.id}`} hit={hit} question={search.q} cover={cover(hit)} />
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  );
};
