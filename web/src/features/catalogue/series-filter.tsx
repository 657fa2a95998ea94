import { useTranslation } from 'react-i18next';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { type SeriesFilter as Filter, sortKeys } from './api/list-series.ts';
import { genreWord, knownGenres } from './genre-word.ts';

interface FilterPart {
  filter: Filter;
  change: (part: Partial<Filter>) => void;
}

const GenreChoice = ({ filter: { genre }, change }: FilterPart) => {
  const { t } = useTranslation();
  const genres = genre === '' || knownGenres.includes(genre) ? knownGenres : [genre, ...knownGenres];
  return (
    <Choice
      label={t('catalogue.genre')}
      value={genre}
      options={[
        { value: '', label: t('catalogue.anyGenre') },
        ...genres.map((value) => ({ value, label: genreWord(value, t) })),
      ]}
      onChange={(value) => change({ genre: value })}
    />
  );
};

const OrderChoices = ({ filter, change }: FilterPart) => {
  const { t } = useTranslation();
  return (
    <>
      <Choice
        label={t('catalogue.sort')}
        value={filter.sort}
        options={sortKeys.map((key) => ({ value: key, label: t(`catalogue.by.${key}`) }))}
        onChange={(sort) => change({ sort })}
      />
      <Choice
        label={t('catalogue.order')}
        value={filter.order}
        options={[
          { value: 'asc', label: t('catalogue.ascending') },
          { value: 'desc', label: t('catalogue.descending') },
        ]}
        onChange={(order) => change({ order })}
      />
    </>
  );
};

interface SeriesFilterProps {
  filter: Filter;
  onChange: (filter: Filter) => void;
}

/** Filter and order of the catalogue; it answers while one types. */
export const SeriesFilter = ({ filter, onChange }: SeriesFilterProps) => {
  const { t } = useTranslation();
  const part = { filter, change: (changed: Partial<Filter>) => onChange({ ...filter, ...changed }) };
  const words = [
    { name: 'title', label: t('catalogue.seriesTitle') },
    { name: 'author', label: t('catalogue.author') },
  ] as const;
  return (
    <search className="filter" aria-label={t('catalogue.filter')}>
      {words.map(({ name, label }) => (
        <Field
          key={name}
          label={label}
          type="search"
          value={filter[name]}
          onChange={(event) => part.change({ [name]: event.target.value })}
        />
      ))}
      <GenreChoice {...part} />
      <OrderChoices {...part} />
    </search>
  );
};
