import { closeSync, existsSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A log file grows to this size, bytes, then becomes `<name>.log.1` and a new one begins. */
const FILE_LIMIT = 8 * 1024 * 1024;
/** A line without an end is cut here, bytes, so that a function cannot fill the memory. */
const LINE_LIMIT = 1024 * 1024;

/** Where the output of functions goes. */
export interface FunctionLogs {
  /** Opens a sink for one worker: text in, whole lines out to the function's file. */
  sink(functionName: string): (text: string) => void;
  close(): void;
}

const openFile = (path: string) => {
  let file = openSync(path, 'a');
  let size = fstatSync(file).size;
  return {
    write(line: string) {
      size += writeSync(file, `${line}\n`);
      if (size < FILE_LIMIT) return;
      closeSync(file);
      if (existsSync(path)) renameSync(path, `${path}.1`);
      file = openSync(path, 'a');
      size = 0;
    },
    close: () => closeSync(file),
  };
};

/** Joins pieces of output to lines; what has no line end yet waits for the next piece. */
const lines = (onLine: (line: string) => void) => {
  let rest = '';
  return (text: string) => {
    const pieces = (rest + text).split('\n');
    rest = pieces.pop() ?? '';
    for (const line of pieces) if (line !== '') onLine(line);
    if (rest.length < LINE_LIMIT) return;
    onLine(rest);
    rest = '';
  };
};

/**
 * Keeps `<directory>/<functionName>.log`, line by line; JSON lines stay as they are.
 * `onLine` sees every line too, for metrics that travel in the log.
 */
export const openFunctionLogs = (
  directory: string,
  onLine: (functionName: string, line: string) => void,
): FunctionLogs => {
  mkdirSync(directory, { recursive: true });
  const files = new Map<string, ReturnType<typeof openFile>>();
  let closed = false;
  const fileOf = (name: string) => {
    const file = files.get(name) ?? openFile(join(directory, `${name.replace(/[^A-Za-z0-9_-]/g, '_')}.log`));
    files.set(name, file);
    return file;
  };
  return {
    sink: (name) =>
      lines((line) => {
        if (closed) return;
        fileOf(name).write(line);
        onLine(name, line);
      }),
    close() {
      closed = true;
      for (const file of files.values()) file.close();
    },
  };
};
