import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FunctionDefinition } from './function-definition.ts';
import type { FunctionRuntime } from './function-runtime.ts';
import { givenRuntime, givenScript } from './given-functions.ts';

const running: FunctionRuntime[] = [];
afterEach(() => Promise.all(running.splice(0).map((one) => one.stop())));

const ask = async (definition: FunctionDefinition) => {
  const { functions } = givenRuntime(definition);
  running.push(functions);
  return functions.invoke('probe', { n: 21 });
};
const cacheOf = ({ codeDir }: FunctionDefinition) => join(dirname(codeDir), 'compile-cache');
const kept = (definition: FunctionDefinition): readonly string[] =>
  existsSync(cacheOf(definition))
    ? readdirSync(cacheOf(definition)).map((name) => join(cacheOf(definition), name))
    : [];
const untilKept = (definition: FunctionDefinition, files: number) =>
  vi.waitFor(() => expect(kept(definition)).toHaveLength(files), 10_000);

const doubling = "const { sep } = require('node:path'); exports.handler = async ({ n }) => n * 2 + sep;";

describe('a bundle in CommonJS', () => {
  it('runs, and what V8 made of it is kept after the first answer', async () => {
    const definition = givenScript(doubling);
    expect(await ask(definition)).toEqual({ ok: true, payload: '42/' });
    await untilKept(definition, 1);
    expect(await ask(definition)).toEqual({ ok: true, payload: '42/' });
    expect(kept(definition)).toHaveLength(1);
  });

  it('runs as it is now, when it was changed and is as long as before', async () => {
    const definition = givenScript(doubling);
    await ask(definition);
    await untilKept(definition, 1);
    writeFileSync(join(definition.codeDir, 'index.js'), doubling.replace('n * 2', 'n * 3'));
    expect(await ask(definition)).toEqual({ ok: true, payload: '63/' });
    await untilKept(definition, 2);
  });

  it('runs when what was kept is broken, and it is kept anew', async () => {
    const definition = givenScript(doubling);
    await ask(definition);
    await untilKept(definition, 1);
    const [file = ''] = kept(definition);
    writeFileSync(file, 'no code at all');
    expect(await ask(definition)).toEqual({ ok: true, payload: '42/' });
    await vi.waitFor(() => expect(readFileSync(file, 'utf8')).not.toBe('no code at all'), 10_000);
  });

  it('says what is wrong when it cannot be loaded', async () => {
    expect(await ask(givenScript('exports.handler = ;'))).toMatchObject({ ok: false, errorType: 'SyntaxError' });
    expect(await ask(givenScript('throw new TypeError("no table");'))).toMatchObject({
      ok: false,
      errorType: 'TypeError',
      errorMessage: 'no table',
    });
  });
});
