import * as z from 'zod';

/** Why a system cannot be reached, for the person who asked. */
export class TargetProblem extends Error {
  readonly reason = 'target';
}

const Overview = z.object({
  kafka: z.object({ brokers: z.array(z.string()) }),
  dynamodb: z.object({ endpoint: z.url() }),
  tables: z.looseObject({ events: z.string() }),
});
export type Overview = z.infer<typeof Overview>;

/** What `GET /_local` of a running local system says; throws a `TargetProblem`. */
export const overviewAt = async (url: string): Promise<Overview> => {
  try {
    const answer = await fetch(new URL('/_local', url));
    return Overview.parse(await answer.json());
  } catch (cause) {
    throw new TargetProblem(`no local system answers at ${url}; start one with npm start, or name another by --url`, {
      cause,
    });
  }
};
