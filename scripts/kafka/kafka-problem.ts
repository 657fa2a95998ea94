/** Why Apache Kafka cannot run here, for the person who wants it: the message says what to do. */
export class KafkaProblem extends Error {
  readonly reason: 'no-java' | 'no-jars' | 'did-not-start' | 'did-not-stop';

  constructor(reason: KafkaProblem['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}
