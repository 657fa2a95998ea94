import { parseArgs } from 'node:util';

/** What the person who starts the system asked for. */
export interface StartWish {
  port: number;
  dataDir: string;
  backbone: 'kafka' | 'eventbridge';
  /** Without the seed catalogue, with the three accounts only. */
  empty: boolean;
  web: boolean;
  quiet: boolean;
}

export type CommandLine =
  | { outcome: 'start'; wish: StartWish }
  | { outcome: 'help' }
  | { outcome: 'refused'; why: string };

export const helpText = `Runs Bunko on this machine.

  npm start -- [options]

  --port <number>       port of the web application and the API (default 4000, or PORT)
  --data <directory>    where all state is kept (default .bunko/data)
  --backbone <name>     kafka (default) or eventbridge
  --empty               three accounts, no catalogue
  --no-web              the API only
  --quiet               warnings and errors only
  --help                this text

  KAFKA_BROKERS=host:port       a Kafka cluster in place of the embedded broker
  KAFKA_PORT=9092               port of the embedded broker (default: a free one)
  DYNAMODB_ENDPOINT=http://…    a DynamoDB in place of the embedded engine
  GOOGLE_CLIENT_ID=… GOOGLE_CLIENT_SECRET=…    sign in with Google (GOOGLE_ISSUER: another OpenID provider)
  GITHUB_CLIENT_ID=… GITHUB_CLIENT_SECRET=…    sign in with GitHub (GITHUB_URL, GITHUB_API_URL: another one)
`;

const flags = {
  port: { type: 'string' },
  data: { type: 'string' },
  backbone: { type: 'string' },
  empty: { type: 'boolean', default: false },
  'no-web': { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const refused = (why: string): CommandLine => ({ outcome: 'refused', why });

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: flags, strict: true, allowPositionals: false }).values;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
};

/** Reads the arguments after the script's name; `environment` gives `PORT`. */
export const readCommandLine = (args: readonly string[], environment: { PORT?: string | undefined }): CommandLine => {
  const values = parsed(args);
  if (typeof values === 'string') return refused(values);
  if (values.help) return { outcome: 'help' };
  const { port = environment.PORT ?? '4000', data = '.bunko/data', backbone = 'kafka', empty, quiet } = values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return refused(`--port wants a number from 0 to 65535, not "${port}"`);
  if (backbone !== 'kafka' && backbone !== 'eventbridge')
    return refused(`--backbone is kafka or eventbridge, not "${backbone}"`);
  if (data === '') return refused('--data wants a directory');
  return {
    outcome: 'start',
    wish: { port: Number(port), dataDir: data, backbone, empty, web: !values['no-web'], quiet },
  };
};
