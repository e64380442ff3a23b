import type { PropertyValue, ResourceNode } from '../../lib/graph';
import { readArm } from '../../lib/graph/arm/read-arm';
import { azureNativePath } from '../../lib/graph/arm/to-azure-native';
import type { Rule } from '../../lib/review';
import { check } from '../../lib/review/check';
import { resourceNode } from './resource-node';
import { withValue } from './rule-cases';

/** A resource of Azure that keeps a rule, as an ARM template declares it, and its twins with one flaw. */
interface AzureCases {
  readonly type: string;
  readonly right: ResourceNode['properties'];
  /** Wrong values by dotted path of the ARM resource; undefined removes the property. */
  readonly wrong: Readonly<Record<string, readonly (PropertyValue | undefined)[]>>;
}

/**
 * Tests of a rule about properties in every form in which a reader gives the resource: as azure-native, as azure-native with a
 * version, and as ARM. The right one has no finding, each twin has one, and none where the value is not known.
 */
export function azureCases(rule: Rule, { type, right, wrong }: AzureCases): void {
  const flaws = Object.entries(wrong).flatMap(([path, values]) => values.map((value) => [path, value] as const));

  test(`${type}: the right one has no finding`, () => {
    for (const node of formsOf(type, right)) expect(pathsOf(rule, node)).toEqual([]);
  });

  test.each(flaws)(`${type}: %s as %j is found`, (path, value) => {
    for (const node of formsOf(type, withValue(right, path, value))) {
      expect(pathsOf(rule, node)).toEqual([ownPath(node, path)]);
    }
  });

  test.each(flaws)(`${type}: %s that is not known is no finding`, (path) => {
    for (const node of formsOf(type, withValue(right, path, '[unknown]'))) {
      expect(pathsOf(rule, { ...node, unknown: [ownPath(node, path)] })).toEqual([]);
    }
  });
}

/** A resource of an ARM template as each reader gives it; the same where azure-native does not know the type. */
function formsOf(type: string, properties: ResourceNode['properties']): readonly ResourceNode[] {
  const name = type.slice(type.indexOf('/') + 1);
  const template = { resources: [{ type, name, ...properties }] };
  const { graph } = readArm(template, { environment: 'dev', stack: 'app' });
  const arm = resourceNode({ type, cloud: 'azure', properties });
  return [...graph.flatMap((node) => [node, { ...node, type: node.type.replace(/:(\w+):/, ':$1/v20240101:') }]), arm];
}

function pathsOf(rule: Rule, node: ResourceNode): readonly string[] {
  return check([node], [rule]).findings.map(({ path }) => path);
}

function ownPath({ type }: ResourceNode, path: string): string {
  return azureNativePath(path, type.replace('/v20240101', ''));
}
