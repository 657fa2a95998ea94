import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { javaProgram } from './java.ts';

describe('the Java for Apache Kafka', () => {
  let home = '';
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'bunko-java-'));
  });
  afterEach(() => rmSync(home, { recursive: true }));
  const install = (version: string) => {
    const java = join(home, 'bin', 'java');
    mkdirSync(join(home, 'bin'));
    writeFileSync(java, `#!/bin/sh\necho 'openjdk version "${version}" 2025-04-15' >&2\n`);
    chmodSync(java, 0o755);
    return java;
  };

  it.each(['17', '17.0.15', '21.0.2'])('may be %s', (version) => {
    const java = install(version);
    expect(javaProgram(home)).toBe(java);
  });

  it.each(['11.0.2', '1.8.0_402'])('is refused when it is %s, with what to install', (version) => {
    install(version);
    expect(() => javaProgram(home)).toThrow(
      expect.objectContaining({
        reason: 'no-java',
        message: expect.stringMatching(new RegExp(`is version ${version}.*apt-get install openjdk-17-jre-headless`)),
      }),
    );
  });

  it('is asked for when there is none', () =>
    expect(() => javaProgram(home)).toThrow(
      expect.objectContaining({ reason: 'no-java', message: expect.stringContaining('openjdk-17-jre-headless') }),
    ));
});
