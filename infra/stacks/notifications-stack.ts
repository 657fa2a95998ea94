import { Duration, Stack } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { ConfigurationSet, EmailIdentity, EmailSendingEvent, EventDestination, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import { Domain, type Ground } from '../constructs/domain.ts';
import { told } from '../constructs/told-values.ts';
import { nameIn } from '../names.ts';

/** Inboxes and mails. SES says on the default bus which mails went out; no other bus may hear it. */
export class NotificationsStack extends Stack {
  private readonly ground: Ground;
  private readonly notifications: Domain;

  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    this.ground = ground;
    this.notifications = new Domain(this, 'notifications', ground);
    this.telling();
    this.inbox();
    this.outcomes();
    this.unsubscribing();
  }

  private telling(): void {
    const { stage } = this.ground;
    const { mailDomain } = stage;
    this.notifications.projection('librarians').hears().into('librarians').rebuildable();
    const identity = new EmailIdentity(this, 'mail-domain', { identity: Identity.domain(mailDomain) });
    const mails = new ConfigurationSet(this, 'mails', { configurationSetName: this.mails });
    mails.addEventDestination('sent', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'default-bus', 'default')),
      events: [EmailSendingEvent.SEND],
    });

    const notices = this.notifications
      .reaction('notices', {
        // Longer than a delivery waits for the outcome of a mail, shorter than the lease of a mail.
        timeout: Duration.seconds(40),
        environment: {
          MAIL_FROM: `library@${mailDomain}`,
          MAIL_CONFIGURATION_SET: this.mails,
          // A stage without a site of its own serves it from the address of its API.
          WEB_ORIGIN: stage.site ?? told(this, stage.name, 'api-address'),
        },
      })
      .hears()
      .consults('account')
      .listingBy('ranking')
      .listingBy('librarians')
      .knowsPersonalData()
      .keeps('VIEW_INBOX', 'view-inbox', ['dynamodb:PutItem', 'dynamodb:UpdateItem'])
      .keeps('MAILS_TABLE', 'mails', [
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:DeleteItem',
      ]);
    const setArn = this.formatArn({ service: 'ses', resource: 'configuration-set', resourceName: this.mails });
    notices.fn.may({ actions: ['ses:SendEmail'], resources: [identity.emailIdentityArn, setArn] });
  }

  private inbox(): void {
    this.notifications
      .reaction('forget-inbox')
      .hears()
      .keeps('VIEW_INBOX', 'view-inbox', ['dynamodb:Query', 'dynamodb:BatchWriteItem']);
    this.notifications.query('notifications').from('inbox').listing('inbox').answers('GET /api/me/notifications');
    this.notifications
      .command('read-notification')
      .keeps('VIEW_INBOX', 'view-inbox', ['dynamodb:GetItem', 'dynamodb:UpdateItem'])
      .answers('PUT /api/me/notifications/{id}/read');
    this.notifications
      .command('read-all-notifications')
      .keeps('VIEW_INBOX', 'view-inbox', ['dynamodb:Query', 'dynamodb:UpdateItem'])
      .answers('POST /api/me/notifications/read-all');
  }

  /** Links in mails are sealed with the key of their member, so both ends know personal data. */
  private unsubscribing(): void {
    const address = '/api/notifications/unsubscribe';
    this.notifications.query('unsubscribe').knowsPersonalData().answersAnyone(`GET ${address}`);
    this.notifications.command('unsubscribe').appendsTo('account').knowsPersonalData().answersAnyone(`POST ${address}`);
  }

  private outcomes(): void {
    const outcomes = this.notifications
      .function('mail-outcomes', 'mail-outcomes/handler.ts')
      .keeps('MAILS_TABLE', 'mails', ['dynamodb:UpdateItem']);
    const unheard = new DeadLetterQueue(this, 'unheard', { stage: this.ground.stage, of: 'mail-outcomes' });

    // A rule invokes asynchronously: a failure of the function itself is not the rule's to keep.
    unheard.takesUnheardOf(outcomes.fn);
    new Rule(this, 'mail-sent', {
      ruleName: nameIn(this.ground.stage, 'mail-sent'),
      description: 'SES took a mail of ours',
      eventPattern: {
        source: ['aws.ses'],
        detailType: ['Email Sent'],
        detail: { mail: { tags: { 'ses:configuration-set': [this.mails] } } },
      },
      targets: [new LambdaFunction(outcomes.fn.lambda, { deadLetterQueue: unheard.queue })],
    });
  }

  /** Name of the configuration set. */
  private get mails(): string {
    return nameIn(this.ground.stage, 'mails');
  }
}
