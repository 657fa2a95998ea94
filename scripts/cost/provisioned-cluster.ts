import * as z from 'zod';
import { type Line, line } from './bill.ts';
import { HOURS_PER_MONTH, type PriceName } from './prices.ts';
import type { Resource } from './stage-resources.ts';

const Cluster = z.object({
  NumberOfBrokerNodes: z.number(),
  BrokerNodeGroupInfo: z.object({
    InstanceType: z.string(),
    StorageInfo: z.object({ EBSStorageInfo: z.object({ VolumeSize: z.number() }) }),
  }),
});

const brokers: Readonly<Record<string, PriceName>> = {
  'kafka.t3.small': 'kafka-broker-t3-small',
  'kafka.m7g.large': 'kafka-broker-m7g-large',
};

/** Brokers by the hour and their disks, where a stage has brokers of its own. Throws for a kind of broker without a price. */
export const provisionedClusterLines = (resources: readonly Resource[]): readonly Line[] =>
  resources
    .filter(({ Type }) => Type === 'AWS::MSK::Cluster')
    .flatMap(({ Properties }) => {
      const { NumberOfBrokerNodes: count, BrokerNodeGroupInfo } = Cluster.parse(Properties);
      const { InstanceType, StorageInfo } = BrokerNodeGroupInfo;
      const price = brokers[InstanceType];
      if (!price) throw new Error(`nobody has said what ${InstanceType} costs: scripts/cost/prices.ts`);
      return [
        line(`brokers (${count} x ${InstanceType})`, count * HOURS_PER_MONTH, price),
        line('disks of brokers', count * StorageInfo.EBSStorageInfo.VolumeSize, 'kafka-disk'),
      ];
    });
