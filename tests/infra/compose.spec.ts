import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { KAFKA_VERSION } from '../../scripts/kafka/version.ts';

const root = join(import.meta.dirname, '../..');
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
const Compose = z.object({
  services: z.record(z.string(), z.object({ image: z.string(), command: z.array(z.string()).optional() })),
});
const { services } = Compose.parse(parse(textOf('docker-compose.localstack.yml')));
const versionOf = (name: string) => services[name]?.image.replace(/^\$\{[^:]+:-(.*)\}$/, '$1').split(':')[1];

describe('the compose file of the emulator', () => {
  it('pins every image to a version', () => {
    for (const name of Object.keys(services)) expect(versionOf(name), name).toMatch(/^v?\d+\.\d+\.\d+/);
  });

  it('names the versions that the tests run', () => {
    const [, tested] = /^ministack==(.*)$/m.exec(textOf('tests/emulator/requirements.txt')) ?? [];
    expect(versionOf('emulator')).toBe(tested);
    expect(versionOf('kafka')).toBe(KAFKA_VERSION);
    const { devDependencies } = z
      .object({ devDependencies: z.object({ node: z.string() }) })
      .parse(JSON.parse(textOf('package.json')));
    expect(versionOf('poller')).toMatch(new RegExp(`^${devDependencies.node.replaceAll('.', '\\.')}-`));
  });
});
