import { resolve } from 'node:path';
import { synthesise } from '../../local/assembly/synthesis.ts';
import { jsonLog } from '../../local/log.ts';

/** Before any system starts: both assemblies of the local stage, so that no test waits for a synthesis. */
export default async (): Promise<void> => {
  const root = resolve(import.meta.dirname, '../..');
  for (const backbone of ['kafka', 'eventbridge'] as const)
    await synthesise({ root, backbone, log: jsonLog({ quiet: true }) });
};
