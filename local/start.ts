// `npm start`: runs the whole system on this machine. `npm start -- --help` shows the options.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { helpText, readCommandLine } from './wiring/command-line.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
// The seed loads the platform, and with it the X-Ray SDK, which would follow every promise of this process.
process.env.AWS_XRAY_MANUAL_MODE = 'true';
const [major = '0'] = process.versions.node.split('.');

const startAgainWithNode24 = () => {
  const node = join(root, 'node_modules', '.bin', 'node');
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  // A terminal signals both processes by itself; `kill` reaches this one only.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.once('error', (error) => {
    process.stderr.write(`Node 24 is needed and could not be started (${error.message}); run npm ci first\n`);
    process.exit(1);
  });
  child.once('exit', (status) => process.exit(status ?? 1));
};

/** What nobody can act on: that `node:sqlite` is experimental, and a timer of kafkajs 2.2.4 that is harmlessly negative. */
const KNOWN_WARNINGS = new Set(['ExperimentalWarning', 'TimeoutNegativeWarning']);

const hideKnownWarnings = () => {
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (!KNOWN_WARNINGS.has(warning.name)) process.stderr.write(`${warning.stack ?? warning.message}\n`);
  });
};

const line = readCommandLine(process.argv.slice(2), { PORT: process.env.PORT });
if (line.outcome === 'help') {
  process.stdout.write(helpText);
} else if (line.outcome === 'refused') {
  process.stderr.write(`${line.why} (see --help)\n`);
  process.exitCode = 2;
} else if (Number(major) < 24) {
  startAgainWithNode24();
} else {
  hideKnownWarnings();
  // Loaded late, so that help and mistakes answer at once and an older Node never sees what it cannot load.
  const { startCommand } = await import('./wiring/start-command.ts');
  await startCommand(root, line.wish);
}
