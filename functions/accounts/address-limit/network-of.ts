import { isIPv4, isIPv6 } from 'node:net';

const GROUPS = 8;
/** A household or an office has a whole /64 of addresses, and could use another one for each request. */
const GROUPS_OF_ONE = 4;

/** All eight groups of an IPv6 address, in their shortest form. */
const groupsOf = (address: string): readonly string[] => {
  const plain = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1);
  const [head = '', tail] = plain.split('::');
  const [front, back] = [head.split(':').filter(Boolean), (tail ?? '').split(':').filter(Boolean)];
  return [...front, ...Array.from({ length: GROUPS - front.length - back.length }, () => '0'), ...back];
};

/** Whom an address stands for: itself in IPv4, its /64 in IPv6. */
export const networkOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || isIPv4(address)) return mapped ?? address;
  return isIPv6(address) ? `${groupsOf(address).slice(0, GROUPS_OF_ONE).join(':')}::/64` : 'unknown';
};
