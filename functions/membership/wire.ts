import { v7 as uuid } from 'uuid';
import { CardId } from '../../events/ids.ts';
import { decide } from '../platform/wire.ts';
import { reinstateCard } from './commands/reinstate-card/reinstate-card.ts';
import { renewCard } from './commands/renew-card/renew-card.ts';
import { suspendCard } from './commands/suspend-card/suspend-card.ts';
import { issueCard } from './reactions/issue-card/react.ts';

/** The one place in this domain that knows what stands behind the ports. */
export const membership = {
  issueCard: issueCard({ newCardId: () => CardId.parse(uuid()), decide }),
  renewCard: renewCard({ decide }),
  suspendCard: suspendCard({ decide }),
  reinstateCard: reinstateCard({ decide }),
};
