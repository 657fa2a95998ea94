import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { downloadJars } from './download-jars.ts';
import { differenceTo, kafkaJars, sha256 } from './pinned-jars.ts';
import { KAFKA_VERSION } from './version.ts';

const served = { 'a/1/a-1.jar': 'the first', 'b/2/b-2.jar': 'the second' };
const pinned = Object.fromEntries(Object.entries(served).map(([path, text]) => [path, sha256(Buffer.from(text))]));

describe('jars from a Maven repository', () => {
  let directory = '';
  let server: Server;
  let repository = '';
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'bunko-jars-'));
    const texts = new Map(Object.entries(served).map(([path, text]) => [`/maven2/${path}`, text]));
    server = createServer(({ url = '' }, answer) => answer.writeHead(texts.has(url) ? 200 : 404).end(texts.get(url)));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    repository = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/maven2`;
  });
  afterEach(() => {
    server.close();
    rmSync(directory, { recursive: true });
  });

  it('lie in the directory under their own names, and are the pinned ones', async () => {
    await downloadJars(repository, pinned, directory);
    expect(readdirSync(directory).toSorted()).toEqual(['a-1.jar', 'b-2.jar']);
    expect(differenceTo(pinned, directory)).toBeUndefined();
  });

  it('are refused by name when one is not what was pinned, or not there', async () => {
    const other = { ...pinned, 'b/2/b-2.jar': sha256(Buffer.from('something else')) };
    await expect(downloadJars(repository, other, directory)).rejects.toThrow(/b-2\.jar/);
    const absent = { ...pinned, 'c/3/c-3.jar': sha256(Buffer.from('')) };
    await expect(downloadJars(repository, absent, directory)).rejects.toThrow(/c-3\.jar/);
  });

  it('differ from the pinned ones when a file is missing, changed or strange', async () => {
    expect(differenceTo(pinned, directory)).toMatch(/a-1\.jar is missing/);
    await downloadJars(repository, pinned, directory);
    writeFileSync(join(directory, 'a-1.jar'), 'changed');
    expect(differenceTo(pinned, directory)).toMatch(/a-1\.jar/);
    await downloadJars(repository, pinned, directory);
    writeFileSync(join(directory, 'strange.jar'), '');
    expect(differenceTo(pinned, directory)).toMatch(/strange\.jar/);
  });
});

describe('the pinned jars of Apache Kafka', () => {
  const pom = readFileSync(join(import.meta.dirname, 'pom.xml'), 'utf8');
  const wanted = [
    ...pom.matchAll(/<groupId>(.*)<\/groupId>\s*<artifactId>(.*)<\/artifactId>\s*<version>(.*)<\/version>/g),
  ];

  it('hold what pom.xml asks for, in the version that is run', () => {
    const asked = wanted.slice(1).map(([, group = '', artifact, version]) => ({ group, artifact, version }));
    expect(asked).toHaveLength(3);
    for (const { group, artifact, version } of asked)
      expect(Object.keys(kafkaJars)).toContain(
        `${group.replaceAll('.', '/')}/${artifact}/${version}/${artifact}-${version}.jar`,
      );
    expect(asked[0]).toMatchObject({ artifact: 'kafka_2.13', version: KAFKA_VERSION });
  });
});
