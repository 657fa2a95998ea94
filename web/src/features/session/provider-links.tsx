import { useMutation } from '@tanstack/react-query';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { askTheWay, type Provider, providers, wayTo } from './provider.ts';

const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

interface ProviderLinkProps {
  provider: Provider;
  returnTo: string;
  onAsk: (way: string) => void;
}

const ProviderLink = ({ provider, returnTo, onAsk }: ProviderLinkProps) => {
  const { t } = useTranslation();
  const way = wayTo(provider, returnTo);
  const ask = (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    onAsk(way);
  };
  return (
    <a className="button button-quiet button-wide" href={way} onClick={ask}>
      {t(`session.providers.${provider}`)}
    </a>
  );
};

/** Signing in with an account somewhere else; a way that is not set up here says so on this page. */
export const ProviderLinks = ({ returnTo }: { returnTo: string }) => {
  const { t } = useTranslation();
  const leave = useMutation({
    mutationFn: askTheWay,
    onSuccess: (_, way) => window.location.assign(way),
  });
  return (
    <section className="providers" aria-label={t('session.otherWays')}>
      <p className="or">{t('session.or')}</p>
      {providers.map((provider) => (
        <ProviderLink key={provider} provider={provider} returnTo={returnTo} onAsk={leave.mutate} />
      ))}
      {leave.error && <ProblemNotice error={leave.error} />}
    </section>
  );
};
