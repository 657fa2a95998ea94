import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import { from } from '../../../platform/source.ts';
import { addressee } from '../../domain/addressee.ts';
import { decideUnsubscribe } from '../../domain/decide-unsubscribe.ts';
import type { Unsubscribing } from '../../unsubscribe-token.ts';

/** Stops one kind of mail, as whoever has the mail may; safe to repeat. */
export const unsubscribe =
  ({ decide }: { decide: ReturnType<typeof commandLoop> }) =>
  ({ memberId, kind, language }: Unsubscribing, context: CommandContext) =>
    decide(context, { account: from('account', memberId, addressee) }, ({ account }) => {
      const decision = decideUnsubscribe({ memberId, kind }, account);
      if (decision.outcome === 'rejected') return decision;
      return { outcome: 'accepted', events: { account: decision.events }, answer: { kind, language } };
    });
