import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Domain, type Ground } from '../constructs/domain.ts';
import { hearsQueue, maySend, queueUrl, RedrivenQueue } from '../constructs/redriven-queue.ts';

/** The way to the carrier and back, and the simulated carrier between the two queues. */
export class ShippingStack extends Stack {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    const { stage } = ground;
    const requests = new RedrivenQueue(this, { stage, name: 'carrier-requests' });
    new RedrivenQueue(this, { stage, name: 'carrier-answers' });

    const carrier = new Domain(this, 'shop', ground)
      .function('simulated-carrier', 'shipping/simulated-carrier/handler.ts')
      .keeps('PARCELS_TABLE', 'parcels', ['dynamodb:GetItem', 'dynamodb:PutItem']);
    carrier.fn.lambda.addEnvironment('CARRIER_ANSWERS_URL', queueUrl(carrier.fn, stage, 'carrier-answers'));
    maySend(carrier.fn, stage, 'carrier-answers');
    hearsQueue(carrier.fn, stage, 'carrier-requests');
    carrier.fn.node.addDependency(requests);
  }
}
