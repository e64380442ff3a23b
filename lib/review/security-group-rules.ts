import type { ResourceNode } from '../graph';
import { knownAt, placesAt } from './known';

/** A rule of a security group for every address. */
export interface OpenRule {
  readonly path: string;
  readonly cidr: string;
  /** `-1` is every protocol. @default - not known */
  readonly protocol?: string;
}

const everyAddress: ReadonlySet<string> = new Set(['0.0.0.0/0', '::/0', '0.0.0.0/1', '128.0.0.0/1']);

/** The rules for every address: those of a security group under a property, or the one that is a resource. */
export function openRules(
  { type, properties }: ResourceNode,
  property: 'SecurityGroupIngress' | 'SecurityGroupEgress',
): readonly OpenRule[] {
  const prefixes =
    type === 'AWS::EC2::SecurityGroup' ? placesAt(properties, `${property}.*`).map(({ path }) => `${path}.`) : [''];
  return prefixes.flatMap((prefix) =>
    ['CidrIp', 'CidrIpv6'].flatMap((name) => {
      const path = `${prefix}${name}`;
      const cidr = knownAt(properties, path);
      const protocol = knownAt(properties, `${prefix}IpProtocol`);
      if (typeof cidr !== 'string' || !everyAddress.has(cidr)) return [];
      const known = typeof protocol === 'string' || typeof protocol === 'number';
      return [{ path, cidr, ...(known ? { protocol: String(protocol) } : {}) }];
    }),
  );
}
