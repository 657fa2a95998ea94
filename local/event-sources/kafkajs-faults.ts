import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { backOffMs } from './patience.ts';

const MAX_TRIES = 8;

const retriable = z.object({ retriable: z.literal(true) });
/** What kafkajs throws for a fault that passes; after tries of its own, as the cause. */
const PassingFault = z.union([retriable, z.object({ cause: retriable })]);

/** Asks again after faults that pass: a cluster does not know a topic everywhere that was created a moment ago. */
export const askPatiently = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (tries === MAX_TRIES || !PassingFault.safeParse(error).success) throw error;
      await pause(backOffMs(tries));
    }
  }
};
