import { isIPv6 } from 'node:net';

const GROUPS_OF_ADDRESS = 8;
const GROUPS_OF_NETWORK = 4;
const MAPPED = /^(?:0*:)*:?(?:0+:)*ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * What counts as one caller when addresses are counted. Whoever has one IPv6 address has a network of 2^64 of them, so the
 * network counts; an IPv4 address stands for itself, also where it is written as an IPv6 one.
 */
export function networkOfAddress(ip: string): string {
  const address = ip.split('%', 1)[0] ?? '';
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return ip;
  const [before = '', after] = address.split('::');
  const head = groupsIn(before);
  const tail = after === undefined ? [] : groupsIn(after);
  const zeros = Array<string>(GROUPS_OF_ADDRESS - head.length - tail.length).fill('0');
  const groups = [...head, ...zeros, ...tail].slice(0, GROUPS_OF_NETWORK);
  return `${groups.map((each) => Number.parseInt(each, 16).toString(16)).join(':')}::/64`;
}

/** A dotted end of an address stands for two groups. */
const groupsIn = (text: string): readonly string[] =>
  text === '' ? [] : text.split(':').flatMap((each) => (each.includes('.') ? ['0', '0'] : [each]));
