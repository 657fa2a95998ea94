// The inside of a worker thread: one execution environment of one function. It is started by execution-environment.ts.
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { FunctionFault, InvocationRequest, WorkerMessage, WorkerStart } from './worker-messages.ts';

type Handler = (event: unknown, context: object) => unknown;

const start: WorkerStart = workerData;
const tell = (message: WorkerMessage) => parentPort?.postMessage(message);

const faultOf = (error: unknown): FunctionFault => {
  if (!(error instanceof Error)) return { errorType: 'Error', errorMessage: String(error), trace: [] };
  // This file is a data URL to the worker: its frames are the whole of it, again and again.
  const trace = (error.stack ?? '').split('\n').filter((line) => !line.includes('data:text/javascript,'));
  return { errorType: error.name, errorMessage: error.message, trace };
};

const bundleOf = (module: string): string => {
  const candidates = ['.mjs', '.js', '.cjs'].map((extension) => join(start.codeDir, `${module}${extension}`));
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new Error(`Cannot find module '${module}' in ${start.codeDir}`);
  return found;
};

const isHandler = (value: unknown): value is Handler => typeof value === 'function';

const loadHandler = async (): Promise<Handler> => {
  const dot = start.handler.lastIndexOf('.');
  const module: Record<string, unknown> = await import(pathToFileURL(bundleOf(start.handler.slice(0, dot))).href);
  const handler = module[start.handler.slice(dot + 1)];
  if (!isHandler(handler)) throw new Error(`${start.handler} is undefined or not exported`);
  return handler;
};

const contextOf = ({ requestId, deadline }: InvocationRequest) => ({
  callbackWaitsForEmptyEventLoop: true,
  functionVersion: '$LATEST',
  functionName: start.functionName,
  memoryLimitInMB: String(start.memoryMb),
  logGroupName: start.logGroup,
  logStreamName: start.logStream,
  invokedFunctionArn: start.functionArn,
  awsRequestId: requestId,
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
});

const run = async (handler: Handler, request: InvocationRequest): Promise<WorkerMessage> => {
  process.env._X_AMZN_TRACE_ID = request.traceHeader;
  try {
    const result = await handler(JSON.parse(request.event), contextOf(request));
    return { kind: 'answered', payload: JSON.stringify(result) ?? 'null' };
  } catch (error) {
    return { kind: 'failed', fault: faultOf(error) };
  }
};

try {
  enableCompileCache(start.compileCacheDir);
  const began = performance.now();
  const handler = await loadHandler();
  parentPort?.on('message', async (request: InvocationRequest) => tell(await run(handler, request)));
  tell({ kind: 'ready', initMs: performance.now() - began });
} catch (error) {
  tell({ kind: 'init-failed', fault: faultOf(error) });
}
