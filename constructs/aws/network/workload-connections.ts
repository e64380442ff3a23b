import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';

const made = new WeakMap<Construct, ec2.Connections>();

/**
 * Connections of a construct's network interfaces, made when they are first asked for and then the same. A rule that they get is
 * a resource of the app; the group is left as it is.
 */
export function connectionsOf(scope: Construct, securityGroupId: string): ec2.Connections {
  const known = made.get(scope);
  if (known !== undefined) return known;
  // The group of the kit opens HTTPS connections only: taken for open, it would get no rule, and the connection would not be made.
  const group = ec2.SecurityGroup.fromSecurityGroupId(scope, 'Group', securityGroupId, { allowAllOutbound: false });
  const connections = new ec2.Connections({ securityGroups: [group] });
  made.set(scope, connections);
  return connections;
}
