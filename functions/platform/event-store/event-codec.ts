import { contractOf } from '../../../events/catalog.ts';
import type { Contract } from '../../../events/contract.ts';
import type { Recorded } from '../../../events/envelope.ts';
import type { NewEvent } from './port.ts';
import type { Vault } from './vault/port.ts';

/** Thrown for an event that does not keep its contract, or that has none. `type` and `reason` say which and why. */
export class ContractBroken extends Error {
  override readonly name = 'ContractBroken';
  readonly type: string;
  readonly reason: string;
  constructor(type: string, reason: string) {
    super(`${type} breaks its contract: ${reason}`);
    this.type = type;
    this.reason = reason;
  }
}

/** An event as it is written: checked, and its personal data sealed. */
export interface WrittenEvent {
  id: string;
  type: string;
  schemaVersion: number;
  data: unknown;
  sealed?: string;
}

type Find = (type: string) => Contract | undefined;
type Data = Readonly<Record<string, unknown>>;

/** Checks an event and seals its personal data, before it is written. Throws `ContractBroken`, `SubjectErased`. */
export const written = async (
  event: NewEvent,
  id: string,
  vault: Vault,
  find: Find = contractOf,
): Promise<WrittenEvent> => {
  const { type } = event;
  const contract = known(type, find);
  const data = checked(contract, event.data);
  const { schemaVersion, sealed } = contract;
  if (!sealed) return { id, type, schemaVersion, data };
  const [open, secret] = parted(data as Data, Object.keys(sealed.blank));
  return { id, type, schemaVersion, data: open, sealed: await vault.seal(subjectOf(contract, open), secret, id) };
};

/**
 * An event as everybody sees it: its personal data opened, or blank for who may not open it and once the key is erased;
 * lifted from any version ever written to today's shape, and checked. Throws `ContractBroken`, `SealBroken`.
 */
export const read = async (event: Recorded, vault: Vault, find: Find = contractOf): Promise<Recorded> => {
  const contract = known(event.type, find);
  const { sealed, ...rest } = event;
  const data = sealed === undefined ? event.data : await opened(contract, event.id, event.data as Data, sealed, vault);
  return {
    ...rest,
    schemaVersion: contract.schemaVersion,
    data: checked(contract, lifted(contract, rest.schemaVersion, data)),
  };
};

const known = (type: string, find: Find): Contract => {
  const contract = find(type);
  if (!contract) throw new ContractBroken(type, 'no such contract');
  return contract;
};

const checked = ({ type, shape }: Contract, data: unknown): unknown => {
  const parsed = shape.safeParse(data);
  if (!parsed.success) throw new ContractBroken(type, parsed.error.message);
  return parsed.data;
};

const lifted = ({ type, schemaVersion, upcasts }: Contract, from: number, data: unknown): unknown => {
  let lifting = data;
  for (let version = from; version < schemaVersion; version++) {
    const upcast = upcasts[version];
    if (!upcast) throw new ContractBroken(type, `no upcast from version ${version}`);
    lifting = upcast(lifting);
  }
  return lifting;
};

const opened = async (contract: Contract, id: string, data: Data, sealed: string, vault: Vault): Promise<Data> => {
  const secret = await vault.open(subjectOf(contract, data), sealed, id);
  return { ...data, ...contract.sealed?.blank, ...(secret as Data | undefined) };
};

const subjectOf = ({ type, sealed }: Contract, data: Data): string => {
  const subject = sealed && data[sealed.subject];
  if (typeof subject !== 'string') throw new ContractBroken(type, 'sealed data without its subject');
  return subject;
};

const parted = (data: Data, names: readonly string[]): readonly [Data, Data] => {
  const entries = Object.entries(data);
  const isSecret = ([name]: readonly [string, unknown]) => names.includes(name);
  return [
    Object.fromEntries(entries.filter((entry) => !isSecret(entry))),
    Object.fromEntries(entries.filter(isSecret)),
  ];
};
