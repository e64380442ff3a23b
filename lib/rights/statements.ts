import type { Grant, GrantCondition } from './grants';
import { covering } from './resource-names';

/** A statement of a policy, as IAM writes it. */
export interface Statement {
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * Statements that allow what the grants need and nothing else: every action on its own resources under its own conditions.
 * Actions with the same resources share a statement.
 */
export function statementsOf(grants: readonly Grant[]): readonly Statement[] {
  const byAction = new Map<string, { action: string; conditions: readonly GrantCondition[]; resources: string[] }>();
  for (const { action, conditions, resources } of grants) {
    const key = JSON.stringify([action, conditions]);
    const known = byAction.get(key) ?? { action, conditions, resources: [] };
    known.resources.push(...resources);
    byAction.set(key, known);
  }
  const byResources = new Map<
    string,
    { conditions: readonly GrantCondition[]; resources: readonly string[]; actions: string[] }
  >();
  for (const { action, conditions, resources } of byAction.values()) {
    const all = resources.includes('*') ? ['*'] : covering(resources);
    const key = JSON.stringify([conditions, all]);
    const known = byResources.get(key) ?? { conditions, resources: all, actions: [] };
    known.actions.push(action);
    byResources.set(key, known);
  }
  return [...byResources]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, { conditions, resources, actions }]) => ({
      Effect: 'Allow',
      Action: actions.sort(),
      Resource: resources,
      ...(conditions.length === 0 ? {} : { Condition: conditionOf(conditions) }),
    }));
}

function conditionOf(conditions: readonly GrantCondition[]): NonNullable<Statement['Condition']> {
  const byOperator: Record<string, Record<string, string>> = {};
  for (const [operator, key, value] of conditions) byOperator[operator] = { ...byOperator[operator], [key]: value };
  return byOperator;
}
