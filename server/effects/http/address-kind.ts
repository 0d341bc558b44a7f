import { BlockList, isIPv4 } from 'node:net';

/**
 * `public`: anybody's. `private`: of this machine or of a network like the plant's, for hosts on the allow-list.
 * `never`: what no host that somebody meant has: cloud metadata, multicast, ways around (mapped, translated, tunnelled).
 */
export type AddressKind = 'public' | 'private' | 'never';

const NEVER_4 = listOf('ipv4', [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]);
const PRIVATE_4 = listOf('ipv4', [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
]);
const PRIVATE_6 = listOf('ipv6', [
  ['::1', 128],
  ['fc00::', 7],
]);
/** Everything that is routed on the Internet lies in here; mapped, link-local, multicast and NAT64 do not. */
const GLOBAL_6 = listOf('ipv6', [['2000::', 3]]);
const NEVER_6 = listOf('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]);

/** Says what an IP address is, from its bytes and not from its spelling. A text that is no address is `never`. */
export function addressKind(address: string): AddressKind {
  if (isIPv4(address)) {
    if (NEVER_4.check(address)) return 'never';
    return PRIVATE_4.check(address) ? 'private' : 'public';
  }
  // A zone (`fe80::1%eth0`) is only for addresses that are refused anyway.
  if (!address.includes(':') || address.includes('%')) return 'never';
  if (PRIVATE_6.check(address, 'ipv6')) return 'private';
  return GLOBAL_6.check(address, 'ipv6') && !NEVER_6.check(address, 'ipv6') ? 'public' : 'never';
}

function listOf(family: 'ipv4' | 'ipv6', nets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, bits] of nets) list.addSubnet(net, bits, family);
  return list;
}
