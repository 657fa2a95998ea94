import * as z from 'zod';
import type { BatchResponse } from '../../../platform/listener/listen.ts';
import { telemetry } from '../../../platform/telemetry.ts';
import type { Book } from '../../books/port.ts';
import { arranging, type ParcelLine } from '../carrier-rules.ts';
import { CarrierRequest } from '../messages.ts';
import type { CarrierAnswer } from '../port.ts';

const Batch = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });

interface Needs {
  parcels: Book<ParcelLine>;
  answer: (answer: CarrierAnswer) => Promise<void>;
}

/** The carrier at work: looks at each request and answers it. A repeat gets the same answer again. */
export const takeRequests =
  ({ parcels, answer }: Needs) =>
  async (batch: unknown): Promise<BatchResponse> => {
    const take = async ({ messageId, body }: z.infer<typeof Batch>['Records'][number]) => {
      try {
        const request = CarrierRequest.parse(JSON.parse(body));
        await answer(await parcels.turn(request.orderId, arranging(request)));
        return [];
      } catch (error) {
        telemetry.warn('a request to the carrier failed', { messageId, reason: String(error) });
        return [{ itemIdentifier: messageId }];
      }
    };
    return { batchItemFailures: (await Promise.all(Batch.parse(batch).Records.map(take))).flat() };
  };
