import * as z from 'zod';
import type { AccessRequest, Log } from '../ports.ts';
import { AwsFault } from './aws-fault.ts';
import type { Account, AwsService } from './aws-service.ts';
import { jsonService, operation } from './json-protocol.ts';
import type { Parameter, ParameterBook } from './ssm-parameters.ts';

const Name = z.string().min(1);
const Get = z.object({ Name });
const GetMany = z.object({ Names: z.array(Name).min(1).max(10) });
const ByPath = z.object({
  Path: z.string().startsWith('/'),
  Recursive: z.boolean().default(false),
  MaxResults: z.number().int().min(1).max(10).default(10),
  NextToken: z.string().optional(),
});
const Put = z.object({
  Name,
  Value: z.string(),
  Type: z.enum(['String', 'StringList', 'SecureString']).optional(),
  Overwrite: z.boolean().default(false),
});

/** Systems Manager's parameters over the AWS JSON 1.1 protocol. */
export const ssmService = (parameters: ParameterBook, account: Account, log: Log): AwsService => {
  const operations = { ...oneByOne(parameters, account), ...many(parameters, account) };
  return jsonService({ names: ['ssm'], targets: ['AmazonSSM'], version: '1.1', log, operations });
};

const arnOf = ({ region, accountId }: Account, name: string): string =>
  `arn:aws:ssm:${region}:${accountId}:parameter/${parameterName(name).replace(/^\//, '')}`;

const may = (account: Account, action: string, ...names: readonly string[]): AccessRequest[] =>
  names.map((name) => ({ action: `ssm:${action}`, resource: arnOf(account, name) }));

const shown = (account: Account) => (parameter: Parameter) => ({
  Name: parameter.name,
  Type: parameter.type,
  Value: parameter.value,
  Version: parameter.version,
  LastModifiedDate: parameter.modifiedAt / 1_000,
  ARN: arnOf(account, parameter.name),
  DataType: 'text',
});

const oneByOne = (parameters: ParameterBook, account: Account) => ({
  GetParameter: operation(
    Get,
    (input) => may(account, 'GetParameter', input.Name),
    (input) => {
      const parameter = parameters.get(parameterName(input.Name));
      if (!parameter) throw new AwsFault('ParameterNotFound', `There is no parameter ${input.Name}.`);
      return { Parameter: shown(account)(parameter) };
    },
  ),
  PutParameter: operation(
    Put,
    (input) => may(account, 'PutParameter', input.Name),
    ({ Name, Value, Type, Overwrite }) => {
      const before = parameters.get(Name);
      if (before && !Overwrite) throw new AwsFault('ParameterAlreadyExists', 'The parameter already exists.');
      const { version } = parameters.put(Name, Type ?? before?.type ?? 'String', Value);
      return { Version: version, Tier: 'Standard' };
    },
  ),
});

const many = (parameters: ParameterBook, account: Account) => ({
  GetParameters: operation(
    GetMany,
    (input) => may(account, 'GetParameters', ...input.Names),
    ({ Names }) => {
      const found = Names.map((name) => ({ name, parameter: parameters.get(parameterName(name)) }));
      return {
        Parameters: found.flatMap(({ parameter }) => (parameter ? [shown(account)(parameter)] : [])),
        InvalidParameters: found.filter(({ parameter }) => !parameter).map(({ name }) => name),
      };
    },
  ),
  GetParametersByPath: operation(
    ByPath,
    (input) => may(account, 'GetParametersByPath', input.Path),
    ({ Path, Recursive, MaxResults, NextToken = '' }) => {
      const all = parameters.below(Path, Recursive).filter(({ name }) => name > NextToken);
      const page = all.slice(0, MaxResults);
      const last = page.at(-1);
      return {
        Parameters: page.map(shown(account)),
        ...(all.length > page.length && last && { NextToken: last.name }),
      };
    },
  ),
});

/** Names may come as ARNs. */
const parameterName = (name: string): string => /:parameter(\/.+)$/.exec(name)?.[1] ?? name;
