import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import type { Listener } from '../../events/subscriptions.ts';
import { nameIn } from '../names.ts';
import { type ProjectionName, projections } from '../views.ts';
import type { Domain } from './domain.ts';
import { categoriesOf } from './hearing.ts';
import { mayMaintainView } from './view-access.ts';

/** The read model that a listener follows for; throws when none is noted in `views.ts`. */
export const viewFollowedBy = (listener: Listener): ProjectionName => {
  const names = Object.keys(projections) as ProjectionName[];
  const view = names.find((name) => projections[name] === listener);
  if (view === undefined) throw new Error(`views.ts notes no projection by ${listener}`);
  return view;
};

/**
 * The function that rebuilds a read model and compares it: `projections/<listener>/maintain.ts`. It needs no reserved
 * concurrency, which a young account has none of to give: a lease in the state of the projection lets one work at a time.
 */
export const maintain = (domain: Domain, listener: Listener): void => {
  const view = viewFollowedBy(listener);
  const { stage } = domain.ground;
  const name = `${view}-maintenance`;
  const { fn } = domain
    .function(name, `projections/${listener}/maintain.ts`, {
      timeout: Duration.minutes(15),
      // One whole processor; rows of a generation are held in memory.
      memorySize: 1_769,
    })
    .consults(...categoriesOf(listener));
  mayMaintainView(fn, stage, view);
  const itself = Stack.of(domain.scope).formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: nameIn(stage, name),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  fn.may({ actions: ['lambda:InvokeFunction'], resources: [itself] });
  // It hands over to itself when its time is up, as often as the history is long; Lambda would take that for a mistake.
  const { defaultChild } = fn.lambda.node;
  if (defaultChild instanceof CfnFunction) defaultChild.recursiveLoop = 'Allow';
};
