import { quotaKeys } from '../../lib/catalog/quota-code';
import type { Result } from '../../lib/platform';
import { checkEnvironments } from '../../lib/review';
import { plannedNames } from '../check/planned-names';
import { plannedRegion } from '../check/planned-region';
import { ruleContext } from '../check/rule-context';
import { planConfig } from '../project/planned';
import type * as platformGraphs from '../project/platform-graph';
import type { Side } from './side';

/** A config to plan. */
export interface ConfigOptions {
  readonly config: string;
  /** Working directory: of the user, or of the files of a commit. */
  readonly cwd: string;
  /** @default - every environment */
  readonly environment?: string | undefined;
  readonly label: string;
}

/** Plans a config and declares both clouds in memory. */
export async function readConfigSide({ config, cwd, environment, label }: ConfigOptions): Promise<Result<Side>> {
  const planned = await planConfig(config, cwd, environment);
  if (!planned.ok) return planned;
  const { plans, platform } = planned.value;
  // Both clouds' libraries are loaded for a platform only: files are compared without them.
  const { wholeGraph } = require('../project/platform-graph') as typeof platformGraphs;
  const declared = await wholeGraph(plans, config);
  if (!declared.ok) return declared;
  const graph = declared.value;
  const context = { ...ruleContext(plannedRegion(plans)), plannedNames: plannedNames(plans) };
  return {
    ok: true,
    value: {
      label,
      graph,
      findingsBy: (rulesFor) => checkEnvironments(graph, rulesFor, context).findings,
      packOf: (name) => platform.environments[name]?.checks?.pack,
      plans,
      quotaLimit: (name, cloud, quota) => {
        const limits: Readonly<Record<string, number>> = platform.environments[name]?.[cloud]?.quotas ?? {};
        return quotaKeys(quota)
          .map((key) => (Object.hasOwn(limits, key) ? limits[key] : undefined))
          .find((limit) => limit !== undefined);
      },
      accept: platform.accept ?? [],
      incomplete: [],
    },
    issues: planned.issues,
  };
}
