import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** A network that breaks after the work was done: what a client of DynamoDB sees when the answer is lost. */
export class AnswerLost extends Error {
  override readonly name = 'AnswerLost';
}

/** How often answers to writes were lost so far. */
export interface Losses {
  lost: number;
}

/**
 * Loses the answers of writes, each with this probability; `random` decides. The error is none that the SDK would repeat by
 * itself, with pauses: the caller does, at once. `stop` takes the middleware off the client.
 */
export const losingAnswers = (
  client: DynamoDBDocumentClient,
  probability: number,
  random: () => number,
): Losses & { stop(): void } => {
  const losses = { lost: 0, stop: () => void client.middlewareStack.remove('losing-answers') };
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const answer = await next(args);
        if (!/Put|Write|Update/.test(commandName) || random() >= probability) return answer;
        losses.lost += 1;
        throw new AnswerLost(`the answer to ${commandName} was lost`);
      },
    { step: 'deserialize', priority: 'low', name: 'losing-answers' },
  );
  return losses;
};
