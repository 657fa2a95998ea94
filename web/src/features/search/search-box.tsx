import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useSettledValue } from '../../lib/settled-value.ts';
import { LONGEST_QUESTION } from './api/search-library.ts';
import { addressOfSearch, searchOf } from './search-in-address.ts';

const TYPING_PAUSE_MS = 250;

/** What stands in the box; it follows the address when that changes by other ways (back, a link). */
const useQuestion = (asked: string) => {
  const [typed, setTyped] = useState(asked);
  const [followed, setFollowed] = useState(asked);
  if (followed !== asked) {
    setFollowed(asked);
    if (typed.trim() !== asked) setTyped(asked);
  }
  return [typed, setTyped] as const;
};

/** Typing moves the address on the page of results; elsewhere only sending does. */
const useSearchInAddress = () => {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const isOnResults = pathname === '/search';
  const { q, kind } = searchOf(new URLSearchParams(isOnResults ? search : ''));
  const [typed, setTyped] = useQuestion(q);
  const settled = useSettledValue(typed, TYPING_PAUSE_MS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed moves the address, or going back would be undone
  useEffect(() => {
    if (isOnResults && settled === typed && settled.trim() !== q)
      void navigate(addressOfSearch({ q: settled, kind }), { replace: true });
  }, [settled]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate(addressOfSearch({ q: typed, kind }), { replace: isOnResults });
  };
  return { typed, setTyped, submit };
};

const Lens = () => (
  <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
    <circle cx="8.5" cy="8.5" r="5.5" />
    <path d="m13 13 4.5 4.5" />
  </svg>
);

/** Looks through the whole library. On the page of results it answers while one types. */
export const SearchBox = () => {
  const { t } = useTranslation();
  const { typed, setTyped, submit } = useSearchInAddress();
  return (
    <search className="search-box">
      <form onSubmit={submit}>
        <input
          type="search"
          name="q"
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          autoComplete="off"
          maxLength={LONGEST_QUESTION}
          enterKeyHint="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" aria-label={t('search.go')}>
          <Lens />
        </button>
      </form>
    </search>
  );
};
