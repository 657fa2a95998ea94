import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Domain, type Ground } from '../constructs/domain.ts';
import { hearsQueue, RedrivenQueue, sendsTo } from '../constructs/redriven-queue.ts';

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
    sendsTo(carrier.fn, stage, 'carrier-answers', 'CARRIER_ANSWERS_URL');
    hearsQueue(carrier.fn, stage, 'carrier-requests');
    carrier.fn.node.addDependency(requests);
  }
}
