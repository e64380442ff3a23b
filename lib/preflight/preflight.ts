import type { Cloud } from '../platform';
import type { PreflightInput } from './check';
import { at } from './check';
import { awsChecks, azureChecks, offlineChecks } from './checks';
import type { Finding, NotAsked, Outcome } from './outcome';
import type { AwsQuestions } from './ports/aws';
import type { AzureQuestions } from './ports/azure';
import { awsInSecondRegion, awsStandbyChecks, azureInSecondLocation, azureStandbyChecks } from './standby';

/** `findings`: something would fail. `unverified`: nothing that is known would, and not everything is known. */
export type Verdict = 'passed' | 'findings' | 'unverified';

/** The result of a preflight. */
export interface PreflightReport {
  readonly schema: 'llmops-kit/preflight/v1';
  readonly environment: string;
  readonly verdict: Verdict;
  readonly outcomes: readonly Outcome[];
  /** What no cloud answers before a deployment. */
  readonly limits: readonly { readonly cloud: Cloud; readonly text: string }[];
}

/** Whom the live checks ask, or why they do not ask. */
export interface Clouds {
  readonly aws: AwsQuestions | NotAsked;
  readonly azure: AzureQuestions | NotAsked;
  /** Whom to ask about the second region. @default - nobody: nothing of it is checked */
  readonly awsStandby?: AwsQuestions | NotAsked;
  /** Whom to ask about the second location. @default - nobody */
  readonly azureStandby?: AzureQuestions | NotAsked;
}

const limits: PreflightReport['limits'] = [
  {
    cloud: 'aws',
    text: 'whether SageMaker has a free machine of a type: no call says so before an endpoint is created',
  },
  {
    cloud: 'azure',
    text: 'whether Azure Machine Learning has a free machine of a size, and AI Search room for a service',
  },
  { cloud: 'azure', text: 'whether images and weights are in the registries: llmops assets plan asks that' },
  { cloud: 'azure', text: 'whether a workspace of the name is soft-deleted: no documented call lists such workspaces' },
];

/** Runs every check of the environment. Only the questions of `clouds` leave this process. */
export async function preflight(input: PreflightInput, clouds: Clouds): Promise<PreflightReport> {
  const offline = offlineChecks.flatMap((check) => check.run(input));
  const [aws, azure] = await Promise.all([awsOutcomes(clouds, input), azureOutcomes(clouds, input)]);
  const outcomes = [...offline, ...aws, ...azure];
  return {
    schema: 'llmops-kit/preflight/v1',
    environment: input.environment,
    verdict: verdictOf(outcomes),
    outcomes,
    limits: [...limits.filter(({ cloud }) => input[cloud] !== undefined), ...recordsByPolicy(input)],
  };
}

/** Names that a policy of the company registers. Only it knows whether it does. */
function recordsByPolicy({ azure }: PreflightInput): PreflightReport['limits'] {
  return (azure?.dnsRecords ?? []).map(({ zone, name }) => ({
    cloud: 'azure',
    text: `whether the policy of the company registers ${name ?? 'a name'} in ${zone}`,
  }));
}

function verdictOf(outcomes: readonly Outcome[]): Verdict {
  if (outcomes.some(isFinding)) return 'findings';
  return outcomes.some(({ kind }) => kind === 'unverified') ? 'unverified' : 'passed';
}

/** Whether an outcome would make the deployment fail. */
export function isFinding(outcome: Outcome): outcome is Finding {
  return outcome.kind === 'finding';
}

/** A check of one cloud. */
interface LiveCheck<Questions, Plan> {
  readonly id: string;
  readonly cloud: Cloud;
  readonly asks: string;
  readonly run: (ask: Questions, plan: Plan, input: PreflightInput) => Promise<readonly Outcome[]>;
}

/** Without these there is no answer to any question. */
const hopeless: ReadonlySet<NotAsked> = new Set(['no-credentials', 'unreachable', 'not-installed']);

async function awsOutcomes({ aws, awsStandby }: Clouds, input: PreflightInput): Promise<readonly Outcome[]> {
  const { outcomes, stop } = await liveOutcomes(awsChecks, aws, input.aws, input);
  if (input.aws === undefined || awsStandby === undefined) return outcomes;
  const there = awsInSecondRegion(input.aws);
  return [...outcomes, ...(await asked(awsStandbyChecks(input.aws), stop ?? awsStandby, there, input))];
}

async function azureOutcomes({ azure, azureStandby }: Clouds, input: PreflightInput): Promise<readonly Outcome[]> {
  const { outcomes, stop } = await liveOutcomes(azureChecks, azure, input.azure, input);
  if (input.azure === undefined || azureStandby === undefined) return outcomes;
  const there = azureInSecondLocation(input.azure);
  return [...outcomes, ...(await asked(azureStandbyChecks(input.azure), stop ?? azureStandby, there, input))];
}

/** What the checks of a cloud found, and why nothing more can be asked of it. */
interface Live {
  readonly outcomes: readonly Outcome[];
  /** @default - more can be asked */
  readonly stop?: NotAsked;
}

/** Asks whose credentials these are; those of another account would answer about that account, so nothing else is asked. */
async function liveOutcomes<Questions extends object, Plan>(
  [first, ...rest]: readonly LiveCheck<Questions, Plan>[],
  ask: Questions | NotAsked,
  plan: Plan | undefined,
  input: PreflightInput,
): Promise<Live> {
  if (plan === undefined || first === undefined) return { outcomes: [] };
  if (typeof ask === 'string') return { outcomes: await asked([first, ...rest], ask, plan, input), stop: ask };
  const identity = await first.run(ask, plan, input);
  const [stop] = identity.flatMap((outcome): readonly NotAsked[] => {
    if (outcome.kind === 'finding') return ['no-credentials'];
    return outcome.kind === 'unverified' && hopeless.has(outcome.why) ? [outcome.why] : [];
  });
  const others = await asked(rest, stop ?? ask, plan, input);
  return { outcomes: [...identity, ...others], ...(stop === undefined ? {} : { stop }) };
}

/** What checks say, each of which is unverified where nobody can be asked. */
async function asked<Questions extends object, Plan>(
  checks: readonly LiveCheck<Questions, Plan>[],
  ask: Questions | NotAsked,
  plan: Plan,
  input: PreflightInput,
): Promise<readonly Outcome[]> {
  if (typeof ask === 'string') return checks.map((check) => notAsked(check, ask));
  const outcomes = await Promise.all(checks.map((check) => check.run(ask, plan, input)));
  return outcomes.flat();
}

function notAsked(
  check: { readonly id: string; readonly cloud: Cloud; readonly asks: string },
  why: NotAsked,
): Outcome {
  return { kind: 'unverified', ...at(check, check.asks), why, got: reasons[why], permissions: [] };
}

const reasons: Readonly<Record<NotAsked, string>> = {
  offline: 'not asked: --offline',
  'no-credentials': 'no credentials of the account that can be used',
  denied: 'the credentials may not ask',
  unreachable: 'the cloud does not answer',
  throttled: 'the cloud answers too many requests',
  'not-served': 'the cloud at this address does not have the service',
  'not-installed': 'the package of the SDK is not installed',
  unreadable: 'the answer cannot be read',
  depends: 'it depends on what the plan does not decide',
};
