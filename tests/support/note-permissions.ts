import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, afterEach, expect, type RunnerTestCase, type RunnerTestSuite } from 'vitest';
import { ENDED, permissionFilesOf } from './permission-files.ts';

/** Before each file of journeys: its systems, in this process or in others, note which permissions they use. */
const folder = permissionFilesOf(basename(expect.getState().testPath ?? '', '.spec.ts'));
mkdirSync(folder, { recursive: true });
process.env.PERMISSIONS_DIR = folder;

const testsOf = (suite: Readonly<RunnerTestSuite>): readonly RunnerTestCase[] =>
  suite.tasks.flatMap((task) => (task.type === 'suite' ? testsOf(task) : [task]));

let file: Readonly<RunnerTestSuite> | undefined;
afterEach(({ task }) => {
  file = task.file;
});
afterAll(() => {
  const tests = file ? testsOf(file) : [];
  const passed = tests.filter(({ result }) => result?.state === 'pass').length;
  writeFileSync(join(folder, ENDED), JSON.stringify({ tests: tests.length, passed }));
});
