import { once } from 'node:events';

/** A cell: its text, and the width of its column; the last one of a line has none. */
export type Cell = string | readonly [text: string, width: number];

const write = async (text: string): Promise<void> => {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
};

/** One JSON object a line. */
export const printJson = (value: unknown): Promise<void> => write(JSON.stringify(value));

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell[0].padEnd(cell[1]));

/** Columns, cut where a terminal ends. */
export const printRow = (...cells: Cell[]): Promise<void> => {
  const line = cells.map(textOf).join('  ').trimEnd();
  const { isTTY, columns } = process.stdout;
  return write(isTTY && columns < line.length ? `${line.slice(0, columns - 1)}…` : line);
};

/** For people, beside the output. */
export const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** Whoever reads only the head of the output ends the command. */
export const endWhenNobodyReads = (): void => {
  process.stdout.on('error', (error) => {
    if ('code' in error && error.code === 'EPIPE') process.exit(0);
    throw error;
  });
};
