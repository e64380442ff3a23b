import { readArm } from '../../lib/graph/arm/read-arm';
import type { Rule } from '../../lib/review';
import { check } from '../../lib/review/check';

/** Places of what a rule finds in the resources of an ARM template, as `<address> <path>` without the stack; undefined is left out. */
export function azureFound(rule: Rule, resources: readonly object[]): readonly string[] {
  const { graph } = readArm(JSON.parse(JSON.stringify({ resources })), { environment: 'prod', stack: 'app' });
  return check(graph, [rule]).findings.map(({ address, path }) => `${address.slice('app/'.length)} ${path}`.trim());
}
