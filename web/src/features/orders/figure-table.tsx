import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface FigureTableProps {
  title: string;
  /** The first names what is counted, the others what is counted of it. */
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

const side = (index: number): string | undefined => (index === 0 ? undefined : 'number');

/** Numbers under a heading; without any it says that there is no data. */
export const FigureTable = ({ title, columns, rows }: FigureTableProps) => {
  const { t } = useTranslation();
  return (
    <div className="table">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" className={side(index)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length} className="muted">
                {t('shopDesk.figures.noData')}
              </td>
            </tr>
          )}
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <td key={columns[index]} className={side(index)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
