import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { getFile } from '../../lib/http/get-file.ts';
import { useLibraryToday } from '../../lib/library-today.ts';

/** Long enough for any browser to have begun with the file. */
const KEEP_MS = 60_000;

/** Hands a file to the browser as a download: a link cannot carry the access token. */
const handOver = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MS);
};

/** The member's whole history as a table to keep. */
export const DownloadRecords = () => {
  const { t } = useTranslation();
  const today = useLibraryToday();
  const download = useMutation({
    mutationFn: () => getFile('/api/me/records.csv', 'text/csv'),
    onSuccess: (file) => handOver(file, `bunko-${today}.csv`),
  });
  return (
    <>
      <button
        type="button"
        className="button button-quiet button-small"
        disabled={download.isPending}
        onClick={() => download.mutate()}
      >
        {download.isPending ? t('state.loading') : t('records.download')}
      </button>
      {download.error && <ProblemNotice error={download.error} />}
    </>
  );
};
