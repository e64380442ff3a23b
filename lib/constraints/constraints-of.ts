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

/** The constraints on a resource type, those on every type included. */
export function constraintsOf(type: string): readonly Constraint[] {
  const own = byType.get(type);
  return own === undefined ? ofEveryType : [...own, ...ofEveryType];
}
