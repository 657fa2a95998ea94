import * as z from 'zod';
import { endpointOf, signedClient } from './signed-client.ts';

const Found = z.object({ Parameter: z.object({ Value: z.string() }) });
const Fault = z.object({ __type: z.string() });
const RETRIES = 2;

/** Reads a parameter of Systems Manager, decrypted; undefined when nobody wrote it. Throws when it cannot be asked for. */
export const readParameter = async (
  name: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> => {
  const answer = await signedClient('ssm', RETRIES, environment).fetch(endpointOf('ssm', environment), {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AmazonSSM.GetParameter' },
    body: JSON.stringify({ Name: name, WithDecryption: true }),
  });
  const body: unknown = await answer.json();
  if (answer.ok) return Found.parse(body).Parameter.Value;
  const fault = Fault.safeParse(body).data?.__type ?? String(answer.status);
  if (fault.endsWith('ParameterNotFound')) return undefined;
  throw new Error(`the parameter ${name} could not be read: ${fault}`);
};
