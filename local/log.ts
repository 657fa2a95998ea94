import type { Log } from './ports.ts';

/** JSON lines on standard error; `quiet` keeps warnings and errors only. */
export const jsonLog = ({ quiet = false, write = (line: string) => void process.stderr.write(line) } = {}): Log => {
  const line =
    (level: string) =>
    (message: string, fields: Record<string, unknown> = {}) =>
      write(`${JSON.stringify({ level, time: new Date().toISOString(), message, ...fields })}\n`);
  return { info: quiet ? () => {} : line('info'), warn: line('warn'), error: line('error') };
};
