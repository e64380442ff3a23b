import type { AzureStageName, EnvironmentPlan } from '../../lib/plan';
import type { ResolvedPlatform, Result } from '../../lib/platform';
import { failure, success, unknownName } from '../../lib/platform';
import type { StackPlace } from '../../stacks/azure';
import { azureStages, parseStackName, stackName } from '../../stacks/azure';
import { planConfig } from './planned';

/** What one Pulumi stack declares. */
export interface PlannedStack {
  readonly plan: EnvironmentPlan;
  readonly stage: AzureStageName;
}

/**
 * Reads, resolves and plans the environment of a Pulumi stack.
 *
 * @param stack - name of the stack, `<environment>-<stage>`
 */
export async function planStack(file: string, cwd: string, stack: string): Promise<Result<PlannedStack>> {
  let place: StackPlace | undefined;
  const planned = await planConfig(file, cwd, (platform) => {
    const found = stackPlace(platform, stack);
    if (!found.ok) return found;
    place = found.value;
    return success(place.environment);
  });
  if (!planned.ok) return planned;
  const [plan] = planned.value.plans;
  if (plan === undefined || place === undefined) return failure(planned.issues);
  return success({ plan, stage: place.stage }, planned.issues);
}

/** Every stack of a platform, in the order of the config and of deployment. */
function stacksOf({ environments }: Pick<ResolvedPlatform, 'environments'>): readonly StackPlace[] {
  return Object.entries(environments).flatMap(([environment, { azure }]) =>
    azure === undefined ? [] : azureStages.map((stage) => ({ environment, stage })),
  );
}

function stackPlace(platform: ResolvedPlatform, stack: string): Result<StackPlace> {
  const known = stacksOf(platform).map(stackName);
  const place = parseStackName(stack);
  if (place !== undefined && known.includes(stack)) return success(place);
  const [first] = known.filter((name) => name.startsWith(`${stack}-`));
  const issue = unknownName({
    code: 'UnknownPulumiStack',
    path: 'stack',
    noun: 'stack',
    got: stack,
    known,
    otherwise:
      first === undefined
        ? 'select a stack named <environment>-<stage>, for an environment with an azure target'
        : `did you mean '${first}'?`,
  });
  return failure([{ ...issue, expected: known.length === 0 ? 'none' : `one of ${known.join(', ')}` }]);
}
