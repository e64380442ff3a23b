import type { ResourceNode } from '../../lib/graph';
import type { Rule } from '../../lib/review';
import { check } from '../../lib/review/check';
import { resourceNode } from './resource-node';

/** What a rule finds on one resource with these properties, as `<path>: <message>`. */
export function judged(rule: Rule, type: string, properties: ResourceNode['properties']): readonly string[] {
  return check([resourceNode({ type, properties })], [rule]).findings.map(({ path, message }) => `${path}: ${message}`);
}
