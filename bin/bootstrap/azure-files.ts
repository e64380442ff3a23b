import type { AzurePlan, EnvironmentPlan } from '../../lib/plan';
import type { Issue, Result } from '../../lib/platform';
import { failure } from '../../lib/platform';
import type { AzureRights } from '../../lib/rights';
import { azureRights } from '../../lib/rights';
import type { PlatformGraph } from '../project/platform-graph';
import type { TextFile } from './aws-files';

/** What is written for the Azure half of an environment. */
export interface AzureBootstrap extends AzureRights {
  readonly subscription: string;
}

/** Loaded on demand: an environment without an Azure side must not need Pulumi. */
interface GraphModule {
  readonly platformGraph: (plans: readonly EnvironmentPlan[]) => Promise<PlatformGraph>;
}

/** The rights that the four recorded stages of an environment need. */
export async function azureBootstrap(plan: EnvironmentPlan, azure: AzurePlan): Promise<Result<AzureBootstrap>> {
  const { platformGraph } = require('../project/platform-graph') as GraphModule;
  const { aws, ...azureOnly } = plan;
  const { graph, problems } = await platformGraph([aws === undefined ? plan : azureOnly]);
  const subscription = azure.subscription.value;
  const { platform, environment } = plan;
  const rights = azureRights({ nodes: graph, subscription, platform, environment });
  if (!rights.ok || problems.length > 0) return failure([...rights.issues, ...problems.map(recordingIssue)]);
  return { ...rights, value: { ...rights.value, subscription } };
}

function recordingIssue(problem: string): Issue {
  return {
    code: 'RightsNotNarrowed',
    path: 'azure',
    message: `the stages cannot be recorded: ${problem}`,
    expected: 'a program that registers its resources',
    fix: 'run llmops check',
  };
}

/** The files of the Azure half: the role, and what a person types. */
export function azureFiles(bootstrap: AzureBootstrap, folder: string): readonly TextFile[] {
  return [
    { name: 'azure-role.json', text: `${JSON.stringify(bootstrap.role, undefined, 2)}\n` },
    { name: 'azure-commands.txt', text: commands(bootstrap, folder) },
  ];
}

/** What is written, in a few lines. */
export function azureText({ subscription, role, unverified }: AzureBootstrap): readonly string[] {
  const actions = role.Actions.length + role.DataActions.length;
  return [
    `azure ${subscription}: role '${role.Name}'`,
    `  ${actions} actions; the names of ${unverified.length} follow from their type and were not found in a public list`,
  ];
}

function commands({ role, condition, providers, subscription, unverified }: AzureBootstrap, folder: string): string {
  const scope = `/subscriptions/${subscription}`;
  return [
    `# Subscription ${subscription}. Run it as someone who may create roles and assign them there.`,
    '',
    '# 1. Resource providers that the stages use.',
    ...providers.map((namespace) => `az provider register --namespace ${namespace} --subscription ${subscription}`),
    '',
    '# 2. The role, again whenever it changes (az role definition update).',
    `az role definition create --role-definition ${folder}/azure-role.json --subscription ${subscription}`,
    '',
    '# 3. Who deploys gets it. The condition: only the roles that the platform assigns, and only to workload identities.',
    '# The subscription is the scope, because the first stage creates the resource group. When it exists, assign the role to the',
    '# resource group, and remove this assignment.',
    `az role assignment create --assignee-object-id YOUR-OBJECT-ID --assignee-principal-type User --role "${role.Name}" --scope ${scope} --condition-version 2.0 --condition "${condition}"`,
    '',
    ...(unverified.length === 0
      ? []
      : [
          '# Names that no public list confirmed; where Azure refuses one, please report it:',
          ...unverified.map((action) => `# ${action}`),
          '',
        ]),
  ].join('\n');
}
