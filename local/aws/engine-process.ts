import { type ChildProcess, spawn } from 'node:child_process';

/**
 * The shell becomes the engine (`exec`); beside it waits a reader of our end of a pipe. When the runtime dies, even by
 * `kill -9`, the pipe closes and the reader ends the engine: no orphan holds the database. Both are in a process group of
 * their own, so that Ctrl-C is ours to pass on.
 */
const DIE_WITH_PARENT = 'exec 3<&0; (read -r _ <&3; kill -9 $$) >/dev/null 2>&1 & exec 3<&-; exec "$0" "$@" </dev/null';

const KILL_AFTER_MS = 3_000;

/** Starts the engine's program with its output in `onLine`; it ends with this process. */
export const spawnEngine = (binary: string, flags: readonly string[], onLine: (line: string) => void): ChildProcess => {
  const child =
    process.platform === 'win32'
      ? spawn(binary, flags, { stdio: ['pipe', 'pipe', 'pipe'] })
      : spawn('sh', ['-c', DIE_WITH_PARENT, binary, ...flags], { detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
  for (const output of [child.stdout, child.stderr]) {
    output?.setEncoding('utf8').on('data', (text: string) => onLine(text.trimEnd()));
  }
  child.stdin?.on('error', () => undefined);
  return child;
};

/** Ends the engine: SIGTERM, and SIGKILL when it has not ended after 3 seconds. */
export const endEngine = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const killer = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
    child.once('exit', () => {
      clearTimeout(killer);
      resolve();
    });
    child.kill('SIGTERM');
  });
