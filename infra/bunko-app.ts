import { App, type AppProps, type Stack, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Ground } from './constructs/domain.ts';
import { nameIn } from './names.ts';
import { AccountsStack } from './stacks/accounts-stack.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { BackboneStack } from './stacks/backbone-stack.ts';
import { CalendarStack } from './stacks/calendar-stack.ts';
import { CatalogueStack } from './stacks/catalogue-stack.ts';
import { CommentsStack } from './stacks/comments-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { InventoryStack } from './stacks/inventory-stack.ts';
import { KafkaClusterStack, ownClusterOf } from './stacks/kafka-cluster-stack.ts';
import { LendingStack } from './stacks/lending-stack.ts';
import { MembershipStack } from './stacks/membership-stack.ts';
import { NotificationsStack } from './stacks/notifications-stack.ts';
import { OpenApiStack } from './stacks/openapi-stack.ts';
import { OperationsStack } from './stacks/operations-stack.ts';
import { OrderViewsStack } from './stacks/order-views-stack.ts';
import { OrdersStack } from './stacks/orders-stack.ts';
import { RankingsStack } from './stacks/rankings-stack.ts';
import { RecordsStack } from './stacks/records-stack.ts';
import { SearchStack } from './stacks/search-stack.ts';
import { ShippingStack } from './stacks/shipping-stack.ts';
import { ShopStack } from './stacks/shop-stack.ts';
import { WebStack } from './stacks/web-stack.ts';
import type { Stage } from './stages.ts';

/**
 * A stack after those that tell it something: their values are parameters, so the CDK sees no order by itself. What stands
 * behind an earlier one comes earlier too.
 */
const inOrder = <S extends Stack>(stack: S, ...earlier: readonly (Stack | undefined)[]): S => {
  for (const one of earlier) if (one) stack.addStackDependency(one);
  return stack;
};

/** An app whose stacks cdk-nag looks at when they are synthesised; what it finds and nobody acknowledged fails the synthesis. */
export const checkedApp = (props: AppProps = {}): App => {
  const app = new App(props);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
};

/** The whole of Bunko for one stage, with the built site of the folder `site`; without it everything but its files. */
export const bunkoApp = (stage: Stage, { site, ...props }: AppProps & { site?: string } = {}): App => {
  const app = checkedApp(props);
  Tags.of(app).add('bunko:stage', stage.name);
  const id = (what: string) => nameIn(stage, what);

  const data = new DataStack(app, id('data'), { stage });
  const ownCluster = ownClusterOf(stage);
  const kafka = ownCluster && new KafkaClusterStack(app, id('kafka'), { stage, kind: ownCluster });
  const backbone = inOrder(new BackboneStack(app, id('backbone'), { stage }), data, kafka);
  const api = new ApiStack(app, id('api'), { stage });
  const ground: Ground = { stage, api };
  const accounts = inOrder(new AccountsStack(app, id('accounts'), ground), data, backbone, api);

  const shipping = new ShippingStack(app, id('shipping'), ground);
  const orders = new OrdersStack(app, id('orders'), ground);
  // The queue of the carrier's answers must be there before its function hears it.
  orders.addStackDependency(shipping);
  const domains = [
    new CalendarStack(app, id('calendar'), ground),
    new MembershipStack(app, id('membership'), ground),
    new CatalogueStack(app, id('catalogue'), ground),
    new SearchStack(app, id('search'), ground),
    new InventoryStack(app, id('inventory'), ground),
    new LendingStack(app, id('lending'), ground),
    new RecordsStack(app, id('records'), ground),
    new RankingsStack(app, id('rankings'), ground),
    new ShopStack(app, id('shop'), ground),
    new CommentsStack(app, id('comments'), ground),
    shipping,
    orders,
    new OrderViewsStack(app, id('order-views'), ground),
    new NotificationsStack(app, id('notifications'), ground),
    new OpenApiStack(app, id('openapi'), ground),
    new OperationsStack(app, id('operations'), ground),
  ];
  for (const domain of domains) inOrder(domain, accounts);
  const { hosting } = stage;
  if (hosting) inOrder(new WebStack(app, id('web'), { stage, hosting, site }), api);
  return app;
};
