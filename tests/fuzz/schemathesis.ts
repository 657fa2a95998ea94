import { join } from 'node:path';
import { pythonEnvironment } from '../../scripts/python/environment.ts';

/** Schemathesis, installed at its first use: the path of its program. */
export const schemathesis = async (python: string): Promise<string> =>
  join(await pythonEnvironment('schemathesis', python, join(import.meta.dirname, 'requirements.txt')), 'schemathesis');
