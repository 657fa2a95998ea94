import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { synthesise } from '../../local/assembly/synthesis.ts';
import { jsonLog } from '../../local/log.ts';
import { permissionFiles } from './permission-files.ts';

/** Before any system starts: both assemblies of the local stage, so that no test waits for a synthesis; notes of other runs are gone. */
export default async (): Promise<void> => {
  rmSync(permissionFiles, { recursive: true, force: true });
  const root = resolve(import.meta.dirname, '../..');
  for (const backbone of ['kafka', 'eventbridge'] as const)
    await synthesise({ root, backbone, log: jsonLog({ quiet: true }) });
};
