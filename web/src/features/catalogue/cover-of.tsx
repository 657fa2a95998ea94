import { useQuery } from '@tanstack/react-query';
import { Cover } from '../../components/cover.tsx';
import { getSeries } from './api/get-series.ts';
import { getVolume } from './api/get-volume.ts';

/** Covers seldom change, and lists that are typed for would ask again and again. */
const GOOD_FOR_MS = 300_000;

interface CoverOfProps {
  id: string;
  title: string;
}

const CoverOfVolume = ({ id, title }: CoverOfProps) => {
  const { data } = useQuery({ ...getVolume(id), staleTime: GOOD_FOR_MS });
  return <Cover src={data?.coverUrl} title={title} />;
};

const CoverOfSeries = ({ id, title }: CoverOfProps) => {
  const { data } = useQuery({ ...getSeries(id), staleTime: GOOD_FOR_MS });
  return <Cover src={data?.coverUrl} title={title} />;
};

/** The cover of what is known by its id only. What is read for it is there when its page is opened. */
export const CoverOf = ({ kind, ...shown }: CoverOfProps & { kind: 'volume' | 'series' }) =>
  kind === 'series' ? <CoverOfSeries {...shown} /> : <CoverOfVolume {...shown} />;
