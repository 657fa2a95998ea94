import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import * as z from 'zod';
import type { NodeAddress } from './server-properties.ts';

/**
 * Below the ports that systems give to outgoing connections: while the broker is down, a client that knocks at its
 * port could otherwise get that very port for itself, and the broker could not come back.
 */
const [LOWEST, HIGHEST] = [20_000, 32_000];

const FILE = 'node.json';
const Known = z.object({
  runsIn: z.enum(['docker', 'java']),
  port: z.number(),
  controllerPort: z.number(),
  clusterId: z.string(),
});

const isFree = async (port: number): Promise<boolean> => {
  const probe = createServer().listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
};

const quietPort = async (taken = 0): Promise<number> => {
  for (;;) {
    const port = randomInt(LOWEST, HIGHEST);
    if (port !== taken && (await isFree(port))) return port;
  }
};

/** The id of a cluster: 16 bytes in the only alphabet that Kafka takes. */
const newClusterId = (): string => {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? newClusterId() : id;
};

/** What a node keeps for good in its directory. */
export interface NodeIdentity extends NodeAddress {
  runsIn: 'docker' | 'java';
}

/** The node whose directory this is; undefined when it has never been opened. */
export const knownNode = (directory: string): NodeIdentity | undefined => {
  const file = join(directory, FILE);
  return existsSync(file) ? Known.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
};

/** Keeps who a node is; `port` 0 keeps the port it had, or takes a free one. */
export const nodeIdentity = async (
  directory: string,
  { port, runsIn }: Pick<NodeIdentity, 'port' | 'runsIn'>,
): Promise<NodeIdentity> => {
  const known = knownNode(directory);
  if (known && (port === 0 || port === known.port)) return known;
  const own = port || (await quietPort());
  const identity = {
    runsIn,
    port: own,
    controllerPort: known?.controllerPort ?? (await quietPort(own)),
    clusterId: known?.clusterId ?? newClusterId(),
  };
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, FILE), JSON.stringify(identity));
  return identity;
};
