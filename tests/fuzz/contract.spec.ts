import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { programFor } from '../support/program.ts';
import { withSystem } from '../support/system.ts';
import { schemathesis } from './schemathesis.ts';
import { somethingOfEach } from './something-of-each.ts';

const python = programFor('the contract fuzzer', 'python3');

/** A member who is fuzzed would sooner or later leave, and give or take its own roles. */
const ENDS_THE_CALLER = ['DELETE /api/me', 'PUT /api/members/{memberId}/roles'];
/** A 503 says when to come again; it is declared like any other answer. */
const BUSY_IS_NO_FAULT = `
[checks]
not_a_server_error.expected-statuses = ["2xx", "3xx", "4xx", 503]`;
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'negative_data_rejection',
  'unsupported_method',
  'allow_header_conformance',
  'ignored_auth',
];

describe.skipIf(python === undefined)('a fuzzer that holds the running system to its OpenAPI document', () => {
  const system = withSystem();
  let program = '';
  beforeAll(async () => {
    program = await schemathesis(python ?? '');
  }, 300_000);

  const fuzz = async (token: string | undefined, ids: Readonly<Record<string, string>>, more: readonly string[]) => {
    const directory = mkdtempSync(join(tmpdir(), 'bunko-fuzz-'));
    const config = join(directory, 'schemathesis.toml');
    const parameters = Object.entries(ids).map(([name, id]) => `"path.${name}" = "${id}"`);
    writeFileSync(config, ['[parameters]', ...parameters, BUSY_IS_NO_FAULT, ''].join('\n'));
    const { url } = system().running;
    const sent = token === undefined ? [] : ['--header', `Authorization: Bearer ${token}`];
    const args = ['--config-file', config, 'run', new URL('/api/openapi.json', url).href, ...sent];
    const fixed = [
      // The Python of Debian 12 fails by itself when two threads parse source at once (python/cpython#106905).
      '--workers',
      '1',
      '--checks',
      CHECKS.join(),
      '--phases',
      'examples,coverage,fuzzing',
      '--seed',
      '1',
      '--no-color',
      '--output-sanitize',
      'false',
    ];
    return new Promise<{ code: number | null; output: string }>((done) => {
      const child = execFile(
        program,
        [...args, ...fixed, '--max-examples', '6', ...more],
        { cwd: directory, maxBuffer: 256 * 1024 * 1024 },
        (_, stdout, stderr) => done({ code: child.exitCode, output: `${stdout}${stderr}` }),
      );
    });
  };
  const expectNothing = ({ code, output }: { code: number | null; output: string }) =>
    expect(code, output.slice(-20_000)).toBe(0);
  const without = ENDS_THE_CALLER.flatMap((route) => ['--exclude-name', route]);

  it('finds no 500, no undocumented status and no other shape, as nobody', { timeout: 400_000 }, async () => {
    expectNothing(await fuzz(undefined, {}, []));
  });

  it('finds none as a member, with ids that exist', { timeout: 400_000 }, async () => {
    const { member, ids } = await somethingOfEach(system().library);
    expectNothing(await fuzz(member.token, ids, without));
  });

  it('finds none as an admin', { timeout: 400_000 }, async () => {
    const { token } = await system().library.signIn('admin');
    expectNothing(await fuzz(token, {}, without));
  });

  it('finds none in what ends its caller', { timeout: 400_000 }, async () => {
    const { token } = await system().library.signIn('admin');
    expectNothing(
      await fuzz(
        token,
        {},
        ENDS_THE_CALLER.flatMap((route) => ['--include-name', route]),
      ),
    );
  });
});
