import { destroy } from './emulator/cdk.ts';
import { emulatorIn, isReachable } from './emulator/target.ts';

// npm run destroy:local: takes down with the CDK CLI what `npm run deploy:local` deployed into the emulator at
// AWS_ENDPOINT_URL (http://127.0.0.1:4566). Topics are in Kafka, which is no part of it.
const run = async (): Promise<void> => {
  const emulator = emulatorIn(process.env);
  if (!(await isReachable(emulator))) throw new Error(`no emulator answers at ${emulator.endpoint}`);
  await destroy(emulator);
  console.log(`nothing of Bunko is left in ${emulator.endpoint}`);
};

await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
