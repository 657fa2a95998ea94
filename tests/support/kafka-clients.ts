import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { Kafka, logLevel } from 'kafkajs';
import { contractClient } from '../../local/kafka/contract-client.ts';
import { type ConsoleTool, consoleToolCommand } from '../../scripts/kafka/console-tool.ts';
import { root } from './system.ts';

/** Runs a program to its end and answers what it printed; rejects with its complaint when it fails. */
const printed = async ([program, ...args]: [string, ...string[]], input = ''): Promise<string> => {
  const child = spawn(program, args);
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject));
  const [output, complaint, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (status !== 0) throw new Error(`${program} ${args.at(-1)} ended with ${status}: ${complaint}${output}`);
  return output;
};

/** The three families of clients, all talking to one broker. */
export const kafkaClients = (broker: string, kcat: string) => {
  const kafka = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING, retry: { initialRetryTime: 50 } });
  return {
    kafka,
    ...contractClient(kafka),
    /** librdkafka. */
    kcat: (args: string[], input?: string) => printed([kcat, '-b', broker, ...args], input),
    /** One of Apache's own console tools; the class path is that of the pinned version. */
    async tool(name: ConsoleTool, args: string[], input?: string): Promise<string> {
      const command = await consoleToolCommand(root, name);
      return printed([...command, '--bootstrap-server', broker, ...args], input);
    },
  };
};
export type KafkaClients = ReturnType<typeof kafkaClients>;

/** The lines of a tool's output that have something in them. */
export const linesOf = (output: string): string[] =>
  output
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');

/** A table that a tool printed, each row by its head: `{ GROUP: 'g', LAG: '0' }`. */
export const tableIn = (output: string): Readonly<Record<string, string>>[] => {
  const [head = '', ...rows] = linesOf(output).filter((line) => !line.includes('has no active members'));
  // Columns are one space apart where a cell is long; only what is in brackets has a space of its own.
  const cellsOf = (line: string) => line.trim().replaceAll(/\s+\(/g, '(').split(/\s+/);
  return rows.map((row) => Object.fromEntries(cellsOf(row).map((cell, index) => [cellsOf(head)[index] ?? '', cell])));
};
