import type { Constraint } from './constraint';
import { iamConstraints } from './iam';
import { llmConstraints } from './llm';
import { serviceConstraints } from './services';

/** Every constraint on resources, by service. */
export const constraints: readonly Constraint[] = [...llmConstraints, ...iamConstraints, ...serviceConstraints];

const byType = new Map<string, Constraint[]>();
for (const constraint of constraints) {
  for (const type of constraint.types) byType.set(type, [...(byType.get(type) ?? []), constraint]);
}

/** The constraints on a resource type; none for a type that has no rule beyond its schema. */
export function constraintsOf(type: string): readonly Constraint[] {
  return byType.get(type) ?? [];
}
