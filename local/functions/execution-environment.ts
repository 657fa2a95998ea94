import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { InstanceFate } from '../faults/faulty-invocation.ts';
import type { InvokeResult } from '../ports.ts';
import type { FunctionDefinition } from './function-definition.ts';
import type { FunctionFault, InvocationRequest, WorkerMessage, WorkerStart } from './worker-messages.ts';

/** The largest request or answer of a synchronous invocation, bytes. */
export const PAYLOAD_LIMIT = 6 * 1024 * 1024;
/** Starting takes longer here than on Lambda when many functions start at once on few cores. */
const INIT_LIMIT_MS = 30_000;

/** Stripped here once: a worker that strips its own types loads the whole compiler, 20 ms and 6 MB each. */
const workerCode = (): URL => {
  const source = readFileSync(new URL('./worker-main.ts', import.meta.url), 'utf8');
  return new URL(`data:text/javascript,${encodeURIComponent(stripTypeScriptTypes(source))}`);
};
const WORKER_CODE = workerCode();

export interface EnvironmentOptions {
  definition: FunctionDefinition;
  env: Record<string, string>;
  logStream: string;
  compileCacheDir: string;
  /** Takes what the function writes, in pieces that need not end with a line. */
  onOutput(text: string): void;
}

const failed = (fault: FunctionFault): InvokeResult => ({ ok: false, ...fault });

const answered = (payload: string): InvokeResult =>
  payload.length > PAYLOAD_LIMIT || Buffer.byteLength(payload) > PAYLOAD_LIMIT
    ? failed({
        errorType: 'Function.ResponseSizeTooLarge',
        errorMessage: `Response payload size exceeded maximum allowed payload size (${PAYLOAD_LIMIT} bytes).`,
        trace: [],
      })
    : { ok: true, payload: JSON.parse(payload) };

const startWorker = ({ definition, env, logStream, compileCacheDir, onOutput }: EnvironmentOptions): Worker => {
  const { codeDir, handler, name, arn, memoryMb, logGroup } = definition;
  const workerData: WorkerStart = {
    codeDir,
    handler,
    functionName: name,
    functionArn: arn,
    memoryMb,
    logGroup,
    logStream,
    compileCacheDir,
  };
  const worker = new Worker(WORKER_CODE, {
    env,
    workerData,
    stdout: true,
    stderr: true,
    name,
    resourceLimits: { maxOldGenerationSizeMb: Math.max(memoryMb, 192) },
  });
  const collect = (stream: Readable) => stream.setEncoding('utf8').on('data', (text: string) => onOutput(text));
  collect(worker.stdout);
  collect(worker.stderr);
  return worker;
};

const timedOut = ({ timeoutSeconds }: FunctionDefinition, requestId: string): FunctionFault => ({
  errorType: 'Sandbox.Timedout',
  errorMessage: `RequestId: ${requestId} Error: Task timed out after ${timeoutSeconds.toFixed(2)} seconds`,
  trace: [],
});

const exitFault = (errorMessage: string): FunctionFault => ({
  errorType: 'Runtime.ExitError',
  errorMessage,
  trace: [],
});

/** One warm copy of a function: a worker thread that runs one invocation at a time. */
export class ExecutionEnvironment {
  /** Resolves when the handler is loaded; with a fault when it cannot be. */
  readonly ready: Promise<FunctionFault | undefined>;
  readonly #definition: FunctionDefinition;
  readonly #worker: Worker;
  readonly #exited: Promise<unknown>;
  readonly #loaded = Promise.withResolvers<FunctionFault | undefined>();
  #settle: ((result: InvokeResult) => void) | undefined;
  #ended = false;

  /** Starts the worker thread. */
  constructor(options: EnvironmentOptions) {
    this.#definition = options.definition;
    this.ready = this.#loaded.promise;
    this.#worker = startWorker(options);
    this.#exited = once(this.#worker, 'exit').catch(() => undefined);
    this.#worker.on('message', (message: WorkerMessage) => this.#hear(message));
    this.#worker.on('exit', (code) => this.#close(exitFault(`Runtime exited with error: exit status ${code}`)));
    this.#worker.on('error', (error) => {
      const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
      options.onOutput(`${stack}\n`);
      this.#close(exitFault(`Runtime exited with error: ${message}`));
    });
    const initTimer = setTimeout(() => this.#close(timedOut(this.#definition, 'init')), INIT_LIMIT_MS);
    void this.ready.then(() => clearTimeout(initTimer));
  }

  /** After a timeout or an exit the environment is of no use any more. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Runs the handler once, unless `fate` has something else for this instance; never rejects. */
  async invoke(request: Omit<InvocationRequest, 'deadline'>, fate?: InstanceFate): Promise<InvokeResult> {
    if (fate?.kind === 'crash-before') return this.#die();
    const result = await this.#run(request, fate);
    return fate?.kind === 'crash-after' ? this.#die() : result;
  }

  async #run(request: Omit<InvocationRequest, 'deadline'>, fate: InstanceFate | undefined): Promise<InvokeResult> {
    if (this.#ended) return failed(exitFault('Runtime exited before the invocation'));
    const limit = this.#definition.timeoutSeconds * 1000;
    const { promise, resolve } = Promise.withResolvers<InvokeResult>();
    this.#settle = resolve;
    const timeOut = () => this.#close(timedOut(this.#definition, request.requestId));
    const timer = setTimeout(timeOut, limit);
    if (fate?.kind === 'hang') void fate.over(promise).then(timeOut);
    else this.#worker.postMessage({ ...request, deadline: Date.now() + limit } satisfies InvocationRequest);
    const result = await promise;
    clearTimeout(timer);
    return result;
  }

  async end(): Promise<void> {
    this.#close(exitFault('Runtime was stopped'));
    await this.#exited;
  }

  #die(): InvokeResult {
    const fault = exitFault('Runtime exited with error: signal: killed');
    this.#close(fault);
    return failed(fault);
  }

  #hear(message: WorkerMessage): void {
    if (message.kind === 'ready') this.#loaded.resolve(undefined);
    if (message.kind === 'init-failed') this.#close(message.fault);
    if (message.kind === 'answered') this.#finish(answered(message.payload));
    if (message.kind === 'failed') this.#finish(failed(message.fault));
  }

  #finish(result: InvokeResult): void {
    this.#settle?.(result);
    this.#settle = undefined;
  }

  #close(fault: FunctionFault): void {
    this.#ended = true;
    this.#loaded.resolve(fault);
    this.#finish(failed(fault));
    void this.#worker.terminate();
  }
}
