import type { Recording, Registration } from '../../lib/graph';
import type { AzureStageName, SettledPlan } from '../../lib/plan';
import { azureStages, platformProgram, record, stackConfig, stackName } from '../../stacks/azure';
import { settledPlan } from './azure-plan-fixture';

/** Records one stage of an environment, with the configuration of its stack file. */
export function recordStage(
  plan: SettledPlan,
  stage: AzureStageName,
  config: () => Readonly<Record<string, string>> = () => stackConfig(plan, stage),
): Promise<Recording> {
  return record(() => platformProgram(plan, stage), {
    project: 'llmops-kit',
    stack: stackName({ environment: plan.environment, stage }),
    organization: 'example',
    config: config(),
  });
}

/** The four stages of an environment in one recording, in the order of their URNs. */
export async function recordEnvironment(plan: SettledPlan = settledPlan('prod')): Promise<Recording> {
  const stages: Recording[] = [];
  for (const stage of azureStages) stages.push(await recordStage(plan, stage));
  return {
    project: 'llmops-kit',
    stack: plan.environment,
    registrations: stages.flatMap(({ registrations }) => registrations).toSorted((a, b) => (a.urn < b.urn ? -1 : 1)),
    problems: stages.flatMap(({ problems }) => problems),
  };
}

/** The resource to which an input refers: `${<urn>#id}` and what follows it. */
export function referredTo(recording: Recording, reference: unknown): Registration | undefined {
  const urn = /\$\{([^#}]+)#/.exec(String(reference))?.[1];
  return recording.registrations.find((registration) => registration.urn === urn);
}
