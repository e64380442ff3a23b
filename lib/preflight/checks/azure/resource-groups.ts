import type { SettledAzurePlan } from '../../../plan';
import type { Answer } from '../../answer';
import type { Place } from '../../check';
import type { PlacedNeighbour } from '../../neighbours';
import type { Outcome } from '../../outcome';
import type { AzureQuestions } from '../../ports/azure';

/** Names of the resources of every environment, by environment. */
export type Groups = ReadonlyMap<string, Answer<readonly string[]>>;

/** Asks what the resource groups of environments have. */
export async function groupsOf(
  ask: Pick<AzureQuestions, 'resourcesOf'>,
  environments: readonly PlacedNeighbour<SettledAzurePlan>[],
): Promise<Groups> {
  const answers = environments.map(
    async ({ environment, plan }) =>
      [environment, await ask.resourcesOf(plan.initialization.resourceGroupName)] as const,
  );
  return new Map(await Promise.all(answers));
}

/** What an environment uses of a quota: all or nothing of `whenDeployed`; undefined where its group could not be asked. */
export function inUseOf(
  group: Answer<readonly string[]> | undefined,
  isDeployed: (names: readonly string[]) => boolean,
  whenDeployed: number,
): number | undefined {
  if (group === undefined || group.kind === 'not-asked') return undefined;
  return group.kind === 'value' && isDeployed(group.value) ? whenDeployed : 0;
}

/** It depends on whether something is deployed, and its group could not be asked. */
export function notAskedGroup(place: Place, groups: Groups): Outcome {
  for (const group of groups.values()) {
    if (group.kind !== 'not-asked') continue;
    const { why, got, permissions } = group;
    return { kind: 'unverified', ...place, why, got, permissions };
  }
  return { kind: 'unverified', ...place, why: 'depends', got: 'what is deployed is not known', permissions: [] };
}
