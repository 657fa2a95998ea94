import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { variablesOf } from './docker-machine.ts';
import { knownNode, nodeIdentity } from './node-identity.ts';

describe('a node of Apache Kafka', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'bunko-node-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('takes free ports that no client can get by chance, and keeps them', async () => {
    const first = await nodeIdentity(directory, { port: 0, runsIn: 'java' });
    expect(first.port).toBeLessThan(32_768);
    expect(first.controllerPort).not.toBe(first.port);
    expect(await nodeIdentity(directory, { port: 0, runsIn: 'docker' })).toEqual(first);
    expect(knownNode(directory)).toEqual(first);
  });

  it('moves to another port when told, and stays the same cluster', async () => {
    const first = await nodeIdentity(directory, { port: 0, runsIn: 'java' });
    const moved = await nodeIdentity(directory, { port: 9092, runsIn: 'java' });
    expect(moved).toEqual({ ...first, port: 9092 });
    expect(moved.clusterId).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_-]{21}$/);
  });

  it('is told to a container by variables: listening to all inside, named 127.0.0.1 outside', async () => {
    const node = await nodeIdentity(directory, { port: 9092, runsIn: 'docker' });
    expect(variablesOf(node)).toEqual(
      expect.arrayContaining([
        `CLUSTER_ID=${node.clusterId}`,
        `KAFKA_LISTENERS=PLAINTEXT://0.0.0.0:9092,CONTROLLER://127.0.0.1:${node.controllerPort}`,
        'KAFKA_ADVERTISED_LISTENERS=PLAINTEXT://127.0.0.1:9092',
        'KAFKA_NUM_PARTITIONS=4',
      ]),
    );
  });
});
