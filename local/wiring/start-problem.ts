/** Why the runtime cannot start, for the person who started it: the message says what to do. */
export class StartProblem extends Error {
  readonly reason: 'data-dir-in-use' | 'no-http-api' | 'bad-kafka-brokers' | 'no-kafka';

  constructor(reason: StartProblem['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}
