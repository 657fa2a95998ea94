import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { EmptyShelf } from '../../components/empty-shelf.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { CoverOf } from '../../features/catalogue/cover-of.tsx';
import { GenreLinks } from '../../features/catalogue/genre-links.tsx';
import { MostBorrowed } from '../../features/rankings/most-borrowed.tsx';
import { type Hit, searchKinds } from '../../features/search/api/search-library.ts';
import { addressOfSearch, searchOf } from '../../features/search/search-in-address.ts';
import { SearchResults } from '../../features/search/search-results.tsx';
import { PictureOfProduct } from '../../features/shop/picture-of-product.tsx';

const views = ['any', ...searchKinds] as const;

const PictureOf = ({ hit: { kind, id, title } }: { hit: Hit }) =>
  kind === 'product' ? <PictureOfProduct id={id} title={title} /> : <CoverOf kind={kind} id={id} title={title} />;

const Suggestions = () => (
  <div className="suggestions">
    <GenreLinks />
    <MostBorrowed />
  </div>
);

const Nothing = () => {
  const { t } = useTranslation();
  return (
    <>
      <EmptyShelf>{t('search.none')}</EmptyShelf>
      <Suggestions />
    </>
  );
};

export default function SearchPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const search = searchOf(address);
  if (search.q === '')
    return (
      <>
        <PageHeading title={t('search.title')} intro={t('search.intro')} />
        <Suggestions />
      </>
    );
  return (
    <>
      <PageHeading title={t('search.titleOf', { q: search.q })} />
      <Tabs
        label={t('search.kind')}
        value={search.kind ?? 'any'}
        options={views.map((value) => ({ value, label: t(`search.views.${value}`) }))}
        onChange={(view) => void navigate(addressOfSearch({ q: search.q, kind: view === 'any' ? undefined : view }))}
      />
      <SearchResults search={search} cover={(hit) => <PictureOf hit={hit} />} nothing={<Nothing />} />
    </>
  );
}
