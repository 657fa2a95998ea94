import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** Starts `npm start`'s own command, or a program that takes its flags; answers when the system says that it is ready, with the seconds it took. */
export const start = async (
  dataDir: string,
  port: number,
  environment: Readonly<Record<string, string>> = {},
  program = 'local/start.ts',
) => {
  const began = performance.now();
  const child = spawn(process.execPath, [program, '--port', String(port), '--data', dataDir, '--empty', '--quiet'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  for (;;) {
    const isReady = await fetch(`http://localhost:${port}/_local`).then(
      async (answer) => answer.ok && ((await answer.json()) as { ready: boolean }).ready,
      () => false,
    );
    if (isReady) break;
    if (child.exitCode !== null) throw new Error(`the system ended with ${child.exitCode}`);
    await new Promise((done) => setTimeout(done, 25));
  }
  return { child, seconds: (performance.now() - began) / 1000 };
};

export const stop = (child: ChildProcess) =>
  new Promise<void>((done) => {
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });
