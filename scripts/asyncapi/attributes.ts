const text = (description: string, more: object = {}) => ({ type: 'string', description, ...more });

/** The attributes of CloudEvents 1.0 as an event on the bus has them. */
const attributes = {
  specversion: text('CloudEvents', { const: '1.0' }),
  id: text('id of the event; a repeated delivery has the same'),
  source: text('`bunko.` and the category'),
  type: text('type of the event'),
  time: text('when it happened, as the rules were told', { format: 'date-time' }),
  subject: text('the stream: tenant, category and id, with `#` between them'),
  schemaversion: { type: 'integer', minimum: 1, description: 'version of the shape of its data' },
  streamversion: { type: 'integer', minimum: 1, description: 'position in its stream, from 1' },
  previousversion: { type: 'integer', minimum: 0, description: 'position of the event before it, 0 for the first' },
  correlationid: text('the request that began it all'),
  causationid: text('the command or event that caused it'),
  actor: text('who caused it', { pattern: '^(member|listener|operator|anyone):' }),
  traceparent: text('W3C trace context, when the request was traced'),
  sealed: text('personal data of the event, for who may use the key of its subject'),
};
const OPTIONAL = ['traceparent', 'sealed'];
const required = Object.keys(attributes).filter((name) => !OPTIONAL.includes(name));

/** An event on the bus, without its data: CloudEvents' structured mode. */
export const structuredEvent = { type: 'object', required: [...required, 'data'], properties: attributes } as const;

const headerName = (name: string): string => (name === 'traceparent' ? name : `ce_${name}`);

/** Headers of a record in a topic: CloudEvents' binary mode, in which everything is text. */
export const recordHeaders = {
  type: 'object',
  required: ['content-type', ...required.map(headerName)],
  properties: {
    'content-type': text('of the data', { const: 'application/json' }),
    ...Object.fromEntries(
      Object.entries(attributes).map(([name, schema]) => [
        headerName(name),
        schema.type === 'integer' ? text(schema.description, { pattern: '^[0-9]+$' }) : schema,
      ]),
    ),
  },
} as const;
