/** An error that an AWS API answers: `code` is AWS's error name, `status` the HTTP status. */
export class AwsFault extends Error {
  readonly kind = 'aws-fault';
  readonly code: string;
  readonly status: number;
  /** Members besides `message` that the error carries on the wire. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, status = 400, extra: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.extra = extra;
  }
}

/** Tells an AWS error from a fault of the runtime. */
export const isAwsFault = (error: unknown): error is AwsFault =>
  error instanceof Error && 'kind' in error && error.kind === 'aws-fault';
