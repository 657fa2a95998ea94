// The inside of a worker thread: one execution environment of one function. It is started by execution-environment.ts.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { constants, Script } from 'node:vm';
import { parentPort, threadId, workerData } from 'node:worker_threads';
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
  const candidates = ['.js', '.mjs', '.cjs'].map((extension) => join(start.codeDir, `${module}${extension}`));
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new Error(`Cannot find module '${module}' in ${start.codeDir}`);
  return found;
};

const isHandler = (value: unknown): value is Handler => typeof value === 'function';

/** What there is to do once the first invocation was answered. */
let afterwards = () => {};

/**
 * Two workers may write at once, and none needs to: whoever finds no cache compiles. It is made after the first work is
 * done, because V8 compiles most functions when they are called, and keeps only what it has compiled.
 */
const keepCode = (script: Script, file: string): void => {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const draft = `${file}.${process.pid}-${threadId}`;
    writeFileSync(draft, script.createCachedData());
    renameSync(draft, file);
  } catch {
    // The next cold start takes as long as this one.
  }
};

/** A CommonJS bundle as Node would load it, but with V8's code of the last time. V8 itself refuses what another V8 wrote. */
const loadScript = (file: string): Record<string, unknown> => {
  const source = readFileSync(file, 'utf8');
  const kept = join(start.compileCacheDir, createHash('sha256').update(source).digest('hex'));
  const script = new Script(`(function(exports,require,module,__filename,__dirname){${source}\n})`, {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(existsSync(kept) && { cachedData: readFileSync(kept) }),
  });
  if (script.cachedDataRejected !== false) afterwards = () => keepCode(script, kept);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return module.exports;
};

const load = (file: string): Record<string, unknown> | Promise<Record<string, unknown>> =>
  extname(file) === '.mjs' ? import(pathToFileURL(file).href) : loadScript(file);

const loadHandler = async (): Promise<Handler> => {
  const dot = start.handler.lastIndexOf('.');
  const module = await load(bundleOf(start.handler.slice(0, dot)));
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
  const began = performance.now();
  const handler = await loadHandler();
  parentPort?.on('message', async (request: InvocationRequest) => {
    tell(await run(handler, request));
    afterwards();
    afterwards = () => {};
  });
  tell({ kind: 'ready', initMs: performance.now() - began });
} catch (error) {
  tell({ kind: 'init-failed', fault: faultOf(error) });
}
