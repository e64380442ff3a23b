import type { Constraint } from './constraint';
import { iamConstraints } from './iam';
import { llmConstraints } from './llm';
import { serviceConstraints } from './services';

/** Every constraint on resources, by service. */
const constraints: readonly Constraint[] = [...llmConstraints, ...iamConstraints, ...serviceConstraints];

const byType = new Map<string, Constraint[]>();
for (const constraint of constraints) {
  for (const type of constraint.types) byType.set(type, [...(byType.get(type) ?? []), constraint]);
}

const ofEveryType = byType.get('*') ?? [];
for (const [type, own] of byType) if (type !== '*') byType.set(type, [...own, ...ofEveryType]);

/** The constraints on a resource type, those on every type included. */
export function constraintsOf(type: string): readonly Constraint[] {
  return byType.get(type) ?? ofEveryType;
}
