import type { ResourceGraph, ResourceNode } from '../lib/graph';
import { referencesIn } from '../lib/graph';
import { identityStatements, listOf, matchesPattern, textsOf } from '../lib/review/policy';

/** A right that a test asks for. */
export interface Grant {
  /** Logical id, or its beginning, or construct path of the role. */
  readonly role: string;
  /** Such as `s3:GetObject`. */
  readonly action: string;
  /** Logical id, its beginning, or an ARN. @default - any resource */
  readonly on?: string;
}

/**
 * Whether the policies in a graph allow an action to a role. Statements with a condition count: what a condition says is
 * not judged. A statement that denies the action on the same resource wins.
 */
export function grants(graph: ResourceGraph, { role, action, on }: Grant): boolean {
  const roles = graph.filter((node) => node.type === 'AWS::IAM::Role' && isNamed(node, role));
  const statements = roles.flatMap((node) => [node, ...policiesOf(node, graph)]).flatMap(identityStatements);
  const about = statements.filter(
    ({ statement }) => named(statement.Action, action, true) && (on === undefined || reaches(statement.Resource, on)),
  );
  const has = (effect: string): boolean => about.some(({ statement }) => statement.Effect === effect);
  return has('Allow') && !has('Deny');
}

function isNamed({ address, source }: ResourceNode, name: string): boolean {
  const logicalId = address.split('/').at(-1) ?? address;
  return logicalId.startsWith(name) || (source?.split('/').includes(name) ?? false);
}

function policiesOf(role: ResourceNode, graph: ResourceGraph): readonly ResourceNode[] {
  const logicalId = role.address.split('/').at(-1) ?? '';
  return graph.filter(
    ({ type, stack, environment, properties }) =>
      (type === 'AWS::IAM::Policy' || type === 'AWS::IAM::ManagedPolicy') &&
      stack === role.stack &&
      environment === role.environment &&
      referencesIn(properties.Roles).has(logicalId),
  );
}

function named(value: ResourceNode['properties'][string] | undefined, text: string, ignoreCase: boolean): boolean {
  return textsOf(value).some((pattern) => matchesPattern(pattern, text, ignoreCase));
}

function reaches(value: ResourceNode['properties'][string] | undefined, on: string): boolean {
  if (named(value, on, false)) return true;
  return listOf(value).some((item) => [...referencesIn(item)].some((name) => name.startsWith(on)));
}
