import { contractOf } from '../../../events/catalog.ts';
import type { Recorded } from '../../../events/envelope.ts';
import type { NewEvent } from './port.ts';

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

/** Checks an event before it is written; answers the version of its contract. */
export const sealed = (event: NewEvent): { schemaVersion: number; data: unknown } => {
  const contract = contractOf(event.type);
  if (!contract) throw new ContractBroken(event.type, 'no such contract');
  const parsed = contract.shape.safeParse(event.data);
  if (!parsed.success) throw new ContractBroken(event.type, parsed.error.message);
  return { schemaVersion: contract.schemaVersion, data: parsed.data };
};

/** Lifts an event of any version ever written to today's shape, and checks it. */
export const lifted = (event: Recorded): Recorded => {
  const contract = contractOf(event.type);
  if (!contract) throw new ContractBroken(event.type, 'no such contract');
  let data: unknown = event.data;
  for (let version = event.schemaVersion; version < contract.schemaVersion; version++) {
    const upcast = contract.upcasts[version];
    if (!upcast) throw new ContractBroken(event.type, `no upcast from version ${version}`);
    data = upcast(data);
  }
  const parsed = contract.shape.safeParse(data);
  if (!parsed.success) throw new ContractBroken(event.type, parsed.error.message);
  return { ...event, schemaVersion: contract.schemaVersion, data: parsed.data };
};
