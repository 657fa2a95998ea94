import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { v7 as uuid } from 'uuid';
import { CopyId, LoanId, MemberId, VolumeId } from '../../events/ids.ts';
import type { CopyLent } from '../../events/lending/copy-lent.ts';
import { streamName } from '../../events/stream-name.ts';
import { commandLoop } from '../../functions/platform/command-loop.ts';
import type { Aggregate } from '../../functions/platform/decider.ts';
import { inMemoryBlobs } from '../../functions/platform/event-store/blobs/in-memory.ts';
import { dynamoEventStore } from '../../functions/platform/event-store/dynamodb.ts';
import { dynamoSnapshots } from '../../functions/platform/event-store/snapshots/dynamodb.ts';
import { closedVault } from '../../functions/platform/event-store/vault/closed.ts';
import { beginning, from } from '../../functions/platform/source.ts';
import { type Design, type Fact, fold, nothing, type State } from './design.ts';

const shelf: Aggregate<State, CopyLent> = {
  reducer: 'bench',
  initialState: nothing,
  evolve: (state, { data }) => fold(state, data),
};

const lent = ({ volumeId, copyId, loanId, memberId }: Fact): CopyLent => ({
  type: 'lending.copy-lent',
  data: {
    volumeId: VolumeId.parse(volumeId),
    copyId: CopyId.parse(copyId),
    loanId: LoanId.parse(loanId),
    memberId: MemberId.parse(memberId),
  },
});
const contextOf = () => ({
  commandId: uuid(),
  correlationId: 'bench',
  causationId: 'bench',
  actor: { kind: 'operator' as const, id: 'bench' },
  now: new Date(),
});

/** One item per commit, checked by its contract; states remembered by the function and kept as snapshots. */
export const bunko = (documents: DynamoDBDocumentClient): Design => {
  const store = dynamoEventStore(
    documents,
    { events: 'events', claims: 'claims' },
    { vault: closedVault, blobs: inMemoryBlobs() },
  );
  const snapshots = dynamoSnapshots(documents, 'snapshots');
  const warm = commandLoop(store, { snapshots });
  const stateOf = async (id: string): Promise<State> => {
    let seen: State = nothing;
    const cold = commandLoop(store, { snapshots });
    await cold(contextOf(), { shelf: from('shelf', id, shelf) }, (states) => {
      seen = states.shelf;
      return { outcome: 'accepted', events: {}, answer: undefined };
    });
    return seen;
  };
  return {
    name: 'Bunko',
    async append(id, version, facts) {
      const source = version === 0 ? beginning('shelf', id, shelf) : from('shelf', id, shelf);
      const decided = await warm(contextOf(), { shelf: source }, (states) =>
        states.shelf.count === version
          ? { outcome: 'accepted', events: { shelf: facts.map(lent) }, answer: undefined }
          : { outcome: 'rejected', reason: 'conflict' },
      );
      if (decided.outcome !== 'accepted') throw new Error(`${streamName('shelf', id)} is not at ${version}`);
    },
    load: stateOf,
    async command(id, fact) {
      await warm(contextOf(), { shelf: from('shelf', id, shelf) }, () => ({
        outcome: 'accepted',
        events: { shelf: [lent(fact)] },
        answer: undefined,
      }));
    },
  };
};
