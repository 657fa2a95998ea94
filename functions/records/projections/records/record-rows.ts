import { stringify } from 'csv-stringify/sync';
import type { ShownRecord } from './shown-record.ts';

/** The columns of the table, with what each says of one thing borrowed. */
const columns: Readonly<
  Record<string, (record: ShownRecord, item: ShownRecord['items'][number]) => string | number | null>
> = {
  loanId: ({ loanId }) => loanId,
  status: ({ status }) => status,
  borrowedOn: ({ borrowedOn }) => borrowedOn,
  dueOn: ({ dueOn }) => dueOn,
  returnedOn: ({ returnedOn }) => returnedOn,
  daysLate: ({ daysLate }) => daysLate,
  lateFee: ({ lateFee }) => lateFee?.amount ?? null,
  currency: ({ lateFee }) => lateFee?.currency ?? null,
  volumeId: (_, { volumeId }) => volumeId,
  title: (_, { title }) => title,
  subtitle: (_, { subtitle }) => subtitle,
  number: (_, item) => item.number,
  coverUrl: (_, { coverUrl }) => coverUrl,
};

/** RFC 4180; a spreadsheet takes nothing in it for a formula. */
const csv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  stringify([...rows], { record_delimiter: '\r\n', escape_formulas: true });

/** The first row: what the columns are called. */
export const headingRow = (): string => csv([Object.keys(columns)]);

/** One row for each thing borrowed. */
export const recordRows = (records: readonly ShownRecord[]): string =>
  csv(
    records.flatMap((record) => record.items.map((item) => Object.values(columns).map((cell) => cell(record, item)))),
  );
