/** What runs the broker: a process or a container. It knows nothing of Kafka's protocol. */
export interface Machine {
  /** For people: `process 4711`, `container bunko-kafka-9092`. */
  name(): string;
  /** Resolves when it has been started, which is well before it answers. */
  launch(): Promise<void>;
  /** Resolves when it has ended; the data stays. Nothing happens when it does not run. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  isRunning(): Promise<boolean>;
  /** What the broker has written since its last start. */
  log(): Promise<string>;
  /** Removes what is left of one that has ended, data included. */
  discard(): Promise<void>;
}
