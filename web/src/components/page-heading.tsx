import { useTranslation } from 'react-i18next';
import { languageOfText } from '../lib/language-of-text.ts';

interface PageHeadingProps {
  title: string;
  intro?: string | null | undefined;
}

/** The heading of a page, which is also the title of the window. */
export const PageHeading = ({ title, intro }: PageHeadingProps) => {
  const { t } = useTranslation();
  return (
    <header className="page-heading">
      <title>{`${title} · ${t('site.name')}`}</title>
      <h1 lang={languageOfText(title)}>{title}</h1>
      {intro && (
        <p className="intro" lang={languageOfText(intro)}>
          {intro}
        </p>
      )}
    </header>
  );
};
