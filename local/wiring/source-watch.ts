import { existsSync, type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { SynthesisFailed, synthesise } from '../assembly/synthesis.ts';
import type { Log, Running } from '../ports.ts';

/** An editor writes a file in several steps; this is how long it must be quiet, milliseconds. */
const QUIET_MS = 250;
const WATCHED = ['functions', 'events', 'infra'];

interface SourceWatchOptions {
  root: string;
  backbone: 'kafka' | 'eventbridge';
  log: Log;
  /** Takes the directory of the new assembly. */
  onAssembly(directory: string): void;
}

/** Synthesises again when a source changes; a build that fails is logged, and the old code keeps running. */
export const watchSources = ({ root, backbone, log, onAssembly }: SourceWatchOptions): Running => {
  let timer: NodeJS.Timeout | undefined;
  let last: Promise<void> = Promise.resolve();

  const rebuild = async () => {
    try {
      onAssembly(await synthesise({ root, backbone, log }));
      log.info('functions run the changed code');
    } catch (error) {
      const why = error instanceof SynthesisFailed ? error.output : String(error);
      log.error('the change was not taken over; the old code keeps running', { why });
    }
  };
  const changed = (_: unknown, file: string | null) => {
    if (file === null || /\.spec\.tsx?$|~$|\.swp$/.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(rebuild);
    }, QUIET_MS);
  };
  const watchers: FSWatcher[] = WATCHED.map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .map((folder) =>
      watch(folder, { recursive: true }, changed).on('error', (error) =>
        log.warn('a folder is no longer watched', { error: error.message }),
      ),
    );

  return {
    async stop() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      await last;
    },
  };
};
