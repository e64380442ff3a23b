import type { SettledAwsPlan } from '../../lib/plan';

/** Names of the roles of the bootstrap stack that the kit asks about. Source: bootstrap template of aws-cdk 2.1148.1. */
export function toolkitRoles(
  { account, bootstrapQualifier }: SettledAwsPlan,
  region: string,
): {
  readonly execution: string;
  readonly deploy: string;
} {
  const role = (name: string): string => `cdk-${bootstrapQualifier}-${name}-role-${account}-${region}`;
  return { execution: role('cfn-exec'), deploy: role('deploy') };
}
