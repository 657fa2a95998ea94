import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { SearchBox } from '../features/search/search-box.tsx';
import { SessionMenu } from '../features/session/session-menu.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Navigation } from './navigation.tsx';

const Masthead = () => {
  const { t } = useTranslation();
  return (
    <header className="masthead">
      <Link className="wordmark" to="/" aria-label={t('site.name')}>
        <span className="seal" aria-hidden="true" lang="ja">
          文庫
        </span>
        <span aria-hidden="true">Bunko</span>
      </Link>
      <SearchBox />
      <div className="masthead-end">
        <LanguageSwitch />
        <SessionMenu />
      </div>
      <Navigation />
    </header>
  );
};

const Colophon = () => {
  const { t } = useTranslation();
  return (
    <footer className="colophon">
      <p>
        <span lang="ja">文庫</span> Bunko
      </p>
      <p>{t('site.tagline')}</p>
    </footer>
  );
};

/** The frame of every page. */
export const Layout = () => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page begins at its top
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <>
      <a className="skip" href="#content">
        {t('site.skip')}
      </a>
      <Masthead />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <Colophon />
    </>
  );
};
