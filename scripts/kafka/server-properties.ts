/** Where a node listens; the cluster's id tells it from any other Kafka that answers on the same port. */
export interface NodeAddress {
  port: number;
  controllerPort: number;
  clusterId: string;
}

/** Settings of a cluster of one node. `listenOn` is the host inside; clients come to 127.0.0.1 in any case. */
export const serverProperties = (
  { port, controllerPort }: NodeAddress,
  { listenOn, dataDir }: { listenOn: string; dataDir: string },
): Readonly<Record<string, string>> => ({
  'process.roles': 'broker,controller',
  'node.id': '1',
  listeners: `PLAINTEXT://${listenOn}:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
  'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
  'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
  'inter.broker.listener.name': 'PLAINTEXT',
  'controller.listener.names': 'CONTROLLER',
  'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
  'log.dirs': dataDir,
  'num.partitions': '4',
  'offsets.topic.num.partitions': '4',
  'offsets.topic.replication.factor': '1',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
  // Records are as old as their events, and tests have events of 1970: nothing is removed for its age.
  'log.retention.ms': '-1',
  // Nobody else is coming: the first member need not wait for others.
  'group.initial.rebalance.delay.ms': '0',
  // A broker that was killed may register again when its last life is over, which is this long after it fell silent.
  'broker.session.timeout.ms': '2000',
  'broker.heartbeat.interval.ms': '500',
});
