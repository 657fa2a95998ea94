import type { Meter } from '../observe/meter.ts';
import type { Log } from '../ports.ts';

/** How to run the system. */
export interface RuntimeOptions {
  /** The checkout: sources of the assembly and the built web application. */
  root: string;
  /** Where all state lives; one running system each. */
  dataDir: string;
  /** Port of the web application and the API; 0 takes a free one. */
  port: number;
  backbone: 'kafka' | 'eventbridge';
  /** A cloud assembly that exists already; otherwise the CDK app is synthesised when its sources changed. */
  assemblyDir?: string | undefined;
  /** What a new store is filled with; nothing when absent. */
  seed?: 'catalogue' | 'accounts';
  /** Parameters of Systems Manager that hold for this run only, by name: what an operator would have written. */
  parameters?: Readonly<Record<string, string>>;
  /** Serve `web/dist`. */
  web: boolean;
  /** Told of everything that AWS would charge for; costs a little time on every call. */
  meter?: Meter;
  /** Where it is noted which permissions are used; nowhere when absent. */
  permissionsDir?: string | undefined;
  log: Log;
}
