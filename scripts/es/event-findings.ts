import { contractOf } from '../../events/catalog.ts';
import type { Contract } from '../../events/contract.ts';
import type { Recorded } from '../../events/envelope.ts';
import { partsOf } from '../../events/stream-name.ts';
import { ContractBroken, read } from '../../functions/platform/event-store/event-codec.ts';
import { SealBroken, type Vault } from '../../functions/platform/event-store/vault/port.ts';
import { damageAt, type Finding } from './finding.ts';

const fieldsOf = (data: unknown): readonly string[] =>
  typeof data === 'object' && data !== null ? Object.keys(data) : [];

/** Personal data that lies open, or seals where the contract knows of none. */
const sealFindings = ({ stream, version, data, sealed }: Recorded, contract: Contract): readonly Finding[] => {
  const damage = damageAt(stream, version);
  const secret = Object.keys(contract.sealed?.blank ?? {});
  const open = fieldsOf(data).filter((name) => secret.includes(name));
  return [
    ...open.map((name) => damage('personal-data-open', `${name} of ${contract.type} lies there in the clear`)),
    ...(sealed !== undefined && !contract.sealed
      ? [damage('seal-unknown', `${contract.type} has nothing to seal`)]
      : []),
  ];
};

/** Whether the event can be read as everybody reads it: lifted to today's shape, and checked. */
const readingFindings = async (event: Recorded, contract: Contract, vault: Vault): Promise<readonly Finding[]> => {
  const damage = damageAt(event.stream, event.version);
  if (event.schemaVersion > contract.schemaVersion || event.schemaVersion < 1)
    return [damage('schema-unknown', `${event.type} has no version ${event.schemaVersion}`)];
  if (event.sealed !== undefined && fieldsOf(event.data).length === 0)
    return [damage('contract-broken', `${event.type}: sealed data without its subject`)];
  try {
    await read(event, vault);
    return [];
  } catch (error) {
    if (error instanceof ContractBroken)
      return [damage('contract-broken', `${event.type}: ${error.reason.replaceAll(/\s+/g, ' ')}`)];
    if (error instanceof SealBroken) return [damage('seal-broken', `${event.type}: ${error.message}`)];
    throw error;
  }
};

/** What is wrong with an event as it was written: its type, its category, its seals, its contract. */
export const eventFindings = async (event: Recorded, vault: Vault): Promise<readonly Finding[]> => {
  const damage = damageAt(event.stream, event.version);
  const contract = contractOf(event.type);
  if (!contract) return [damage('type-unknown', `there is no event ${event.type}`)];
  const { category } = partsOf(event.stream);
  const isStrange = category !== contract.category;
  return [
    ...(isStrange
      ? [damage('category-wrong', `${event.type} belongs to ${contract.category}, not to ${category}`)]
      : []),
    ...sealFindings(event, contract),
    ...(await readingFindings(event, contract, vault)),
  ];
};
