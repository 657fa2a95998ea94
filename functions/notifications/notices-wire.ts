import { setTimeout as pause } from 'node:timers/promises';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { v7 as uuid } from 'uuid';
import { streamName } from '../../events/stream-name.ts';
import { fold } from '../platform/decider.ts';
import { setting } from '../platform/environment.ts';
import { personalEventStore, personalVault } from '../platform/personal-wire.ts';
import { telemetry } from '../platform/telemetry.ts';
import { view } from '../platform/wire.ts';
import { type AddresseeEvent, addressee } from './domain/addressee.ts';
import { sendOnce } from './mail/send-once.ts';
import { sesMailer } from './mail/ses.ts';
import { mailRecords } from './mail-wire.ts';
import { popularVolumes } from './popular-volumes.ts';
import { librariansIn } from './projections/librarians/view.ts';
import { tellNotice } from './reactions/notices/react.ts';
import { unsubscribeToken } from './unsubscribe-token.ts';
import { inbox } from './wire.ts';

/** A second try by the client after a lost answer would be a second mail. */
const ses = new SESv2Client({
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 2_000, requestTimeout: 8_000 },
});

const origin = setting('WEB_ORIGIN');

/** All that telling a member something needs. */
export const notices = {
  tell: tellNotice({
    librarians: () => librariansIn(view('librarians')),
    inbox,
    addresseeOf: async (memberId) => {
      const { events } = await personalEventStore.read(streamName('account', memberId));
      return fold(addressee, events as readonly AddresseeEvent[]);
    },
    sendOnce: sendOnce({
      records: mailRecords,
      mailer: sesMailer(ses, { from: setting('MAIL_FROM'), configurationSet: setting('MAIL_CONFIGURATION_SET') }),
      now: () => Date.now(),
      newTaker: uuid,
      pause,
    }),
    sent: () => telemetry.count('MailsSent', 1),
    popular: popularVolumes(view('ranking')),
    unsubscribeAddress: async (wanted) =>
      `${origin}/api/notifications/unsubscribe?token=${await unsubscribeToken(personalVault, wanted)}`,
    origin,
  }),
};
