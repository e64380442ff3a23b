import type { Recording, Registration } from '../../lib/graph';
import type { SettledPlan } from '../../lib/plan';
import { platformProgram, record, stackConfig } from '../../stacks/azure';
import { settledPlan } from './azure-plan-fixture';

/** Records everything that an environment has on Azure. */
export function recordEnvironment(plan: SettledPlan = settledPlan('prod')): Promise<Recording> {
  return record(() => Promise.resolve(platformProgram(plan)), {
    project: 'llmops-kit',
    stack: plan.environment,
    organization: 'example',
    config: stackConfig(plan),
  });
}

/** The resource to which an input refers: `${<urn>#id}` and what follows it. */
export function referredTo(recording: Recording, reference: unknown): Registration | undefined {
  const urn = /\$\{([^#}]+)#/.exec(String(reference))?.[1];
  return recording.registrations.find((registration) => registration.urn === urn);
}
