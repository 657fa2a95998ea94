import * as z from 'zod';
import { batchOf } from '../listener/replay.ts';
import { telemetry } from '../telemetry.ts';
import type { DeadLetterBox, LetterKey } from './port.ts';

/** Runs a consumer with a batch and waits; throws when it could not be run or ended in a fault. */
export type RunConsumer = (consumer: string, batch: unknown) => Promise<unknown>;

interface Needs {
  box: Pick<DeadLetterBox, 'take' | 'taken' | 'refused'>;
  runConsumer: RunConsumer;
  now: () => Date;
}
const Verdict = z.object({ batchItemFailures: z.array(z.unknown()) }).nullish();

/**
 * Brings a dead letter to its consumer again. Safe to repeat and to do twice at once: consumers take an event once, and the
 * letter is removed only after it was taken.
 */
export const redrive =
  ({ box, runConsumer, now }: Needs) =>
  async (key: LetterKey): Promise<'taken' | 'refused' | 'not-found'> => {
    const letter = await box.take(key);
    if (!letter) return 'not-found';
    const isTaken = await runConsumer(letter.consumer, batchOf(letter.payload, letter.recordId)).then(
      (answer) => (Verdict.parse(answer)?.batchItemFailures ?? []).length === 0,
      (error: unknown) => {
        telemetry.warn('a dead letter was refused again', { ...key, error });
        return false;
      },
    );
    if (!isTaken) await box.refused(key, now().toISOString());
    else await box.taken(key);
    return isTaken ? 'taken' : 'refused';
  };
