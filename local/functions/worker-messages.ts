/** What a worker thread is started with. */
export interface WorkerStart {
  codeDir: string;
  handler: string;
  functionName: string;
  functionArn: string;
  memoryMb: number;
  logGroup: string;
  logStream: string;
  /** Directory of V8's code of bundles, which makes the next cold start quicker; made when something is to be kept. */
  compileCacheDir: string;
}

/** Host → worker: run the handler once. `event` is JSON text, as on Lambda. */
export interface InvocationRequest {
  requestId: string;
  event: string;
  traceHeader: string;
  /** Instant (process time, milliseconds) at which the host ends the worker. */
  deadline: number;
}

/** An error as Lambda reports it. */
export interface FunctionFault {
  errorType: string;
  errorMessage: string;
  trace: readonly string[];
}

/** Worker → host. `payload` is JSON text. */
export type WorkerMessage =
  | { kind: 'ready'; initMs: number }
  | { kind: 'init-failed'; fault: FunctionFault }
  | { kind: 'answered'; payload: string }
  | { kind: 'failed'; fault: FunctionFault };
