import * as z from 'zod';
import { lambda } from '../../../../platform/lambda.ts';
import type { BatchResponse } from '../../../../platform/listener/listen.ts';
import { telemetry } from '../../../../platform/telemetry.ts';
import { CarrierReply } from '../../../shipping/messages.ts';
import type { CarrierAnswer } from '../../../shipping/port.ts';

const Batch = z.object({
  Records: z.array(
    z.object({
      messageId: z.string(),
      body: z.string(),
      attributes: z.object({ SentTimestamp: z.coerce.number().int() }),
    }),
  ),
});
type Message = z.infer<typeof Batch>['Records'][number];

/** The Lambda behind the carrier's queue: each message by itself, and only what failed comes back. */
export const takeAnswers = (take: (answer: CarrierAnswer, at: Date) => Promise<void>) =>
  lambda<unknown, BatchResponse>(async (payload) => {
    const taken = async ({ messageId, body, attributes }: Message) => {
      try {
        await take(CarrierReply.parse(JSON.parse(body)), new Date(attributes.SentTimestamp));
        return [];
      } catch (error) {
        telemetry.warn('an answer of the carrier failed', { messageId, reason: String(error) });
        return [{ itemIdentifier: messageId }];
      }
    };
    const failures = await Promise.all(Batch.parse(payload).Records.map(taken));
    return { batchItemFailures: failures.flat() };
  });
