import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { State } from '../state.ts';

const Identity = z.object({ cluster_id: z.string(), last_producer_id: z.number() });

/** What has to stay the same or never repeat over restarts: the cluster id and the producer ids. */
export const brokerIdentity = (state: State) => {
  state
    .prepare('INSERT OR IGNORE INTO kafka_identity VALUES (1, ?, 0)')
    .run(randomUUID().replaceAll('-', '').slice(0, 22));
  const next = state.prepare(
    'UPDATE kafka_identity SET last_producer_id = last_producer_id + 1 RETURNING cluster_id, last_producer_id',
  );
  const row = state.prepare('SELECT cluster_id, last_producer_id FROM kafka_identity').get();
  return {
    clusterId: Identity.parse(row).cluster_id,
    nextProducerId: (): number => Identity.parse(next.get()).last_producer_id,
  };
};
