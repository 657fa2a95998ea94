/** Where a fault can happen. */
export const faultPlaces = ['dynamodb', 'stream', 'kafka', 'eventbridge', 'sqs', 'function', 'mail'] as const;
export type FaultPlace = (typeof faultPlaces)[number];

/** What can go wrong there. */
export const faultKinds = [
  'duplicate',
  'delay',
  'reorder',
  'lose-answer',
  'throttle',
  'error',
  'crash-before',
  'crash-after',
  'hang',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** What can befall a call to a service. Its throttling error is in `faulty-call.ts`, Kafka's in `faulty-produce.ts`. */
const calls = {
  'lose-answer': 'the work is done, then the connection is cut: the SDK tries again as it does on AWS',
  throttle: "the service's own throttling error, nothing is done",
  error: 'a 500 InternalServerError without a message, nothing is done',
  hang: 'nothing is done and no answer comes for `delayMs` or until the client goes; then the connection is cut',
} as const;

/** What can befall a message on its way to a function; a rule is asked once for each message of a delivery. */
const deliveries = {
  duplicate: 'the message is delivered now and once more `delayMs` later',
  delay: 'the delivery that holds the message comes `delayMs` later, in its order',
  reorder: 'the message changes places within its delivery, or is held back for `delayMs` while later ones pass',
} as const;

/**
 * Which kind has a meaning where; all others are refused. The target of a rule is an exact name: of a table (`dynamodb`,
 * `stream`), a topic, a bus, a queue or a function; mail has none. Kafka's `lose-answer`, `throttle`, `error` and `hang`
 * are those of producing, and happen only with the embedded broker: in a cluster of its own nobody can put them.
 */
export const faultTable: Readonly<Record<FaultPlace, Partial<Readonly<Record<FaultKind, string>>>>> = {
  dynamodb: {
    ...calls,
    delay: 'the call is done `delayMs` later',
    duplicate: 'a write is applied twice in a row, and the second answer is told: what a retrying network does',
  },
  stream: deliveries,
  kafka: { ...calls, ...deliveries, throttle: 'the records are taken, and the producer is told to wait `delayMs`' },
  eventbridge: { ...calls, ...deliveries },
  sqs: { ...calls, ...deliveries },
  function: {
    delay: 'the function begins `delayMs` later',
    throttle: 'TooManyRequestsException, the function does not run',
    error: 'ServiceException, the function does not run',
    'lose-answer': 'the function ends well, its answer is lost, and its instance lives on',
    'crash-before': 'the instance dies before the handler is called',
    'crash-after': 'the instance dies when the handler has finished, before its answer is told',
    hang: "nothing is done for `delayMs`, at most for the function's timeout; then it has timed out",
  },
  // SES has no idempotency and takes each call once: it cannot double or reorder.
  mail: { ...calls, delay: 'the mail is sent `delayMs` later' },
};
