import type { Api, BrokerParts } from './api.ts';
import { errorCode } from './error-code.ts';

/** Gives an idempotent producer its id, which no other producer ever gets. There are no transactions. */
export const initProducerId = ({ nextProducerId }: BrokerParts): Api => ({
  key: 22,
  name: 'InitProducerId',
  versions: [0, 1],
  answer({ body }, out) {
    const transactionalId = body.nullableString();
    out.int32(0);
    if (transactionalId !== null) out.int16(errorCode.invalidRequest).int64(-1).int16(-1);
    else out.int16(errorCode.none).int64(nextProducerId()).int16(0);
  },
});
