import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { AskedAssets, Unit } from '../../lib/deploy';
import { plannedStacks, unitsOf } from '../../lib/deploy';
import type { EnvironmentPlan, SettledPlan } from '../../lib/plan';
import { settle } from '../../lib/plan';
import { azureStores } from '../assets/azure-stores';
import { defaultState, deploymentsOf } from '../local/options';
import { defaultConfigFile } from '../project/default-config';
import { packageVersion } from '../project/package-version';
import { planConfig } from '../project/planned';
import { refuse, reportIssues } from '../terminal/issues';
import type { CommonOptions } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { exit } from '../terminal/terminal';
import { AwsUnits } from './aws-units';
import type { CloudUnits, UnitSurroundings } from './cloud-units';
import { askAssets, gatedUnits } from './gates';
import { JournalFile } from './journal-file';
import type { LocalCloudsOptions, OpenedClouds } from './local-clouds';
import { PulumiCliUnits } from './pulumi-cli-units';

/** Options of `deploy` and `destroy`. */
export interface EnvironmentOptions extends CommonOptions {
  readonly env: string;
  readonly local: boolean;
  readonly state: string;
}

/** An environment whose journal this process has, and its clouds. */
export interface OpenedEnvironment {
  readonly plan: SettledPlan;
  /** Digest of the plan and of the version of the kit that deploys it. */
  readonly digest: string;
  readonly units: readonly Unit[];
  readonly journal: JournalFile;
  readonly cloudOf: (unit: Unit) => CloudUnits;
  readonly askAssets: (gate: Unit) => Promise<AskedAssets>;
  readonly close: () => Promise<void>;
}

/** Folder of journals, assemblies and caches. */
function workFolder({ local, state }: EnvironmentOptions): string {
  return local ? deploymentsOf(state) : join('.llmops', 'deploy');
}

/** Plans an environment, takes its journal and opens its clouds. @returns undefined when the command was refused */
export async function openEnvironment(
  options: EnvironmentOptions,
  terminal: Terminal,
  watch: Pick<UnitSurroundings, 'signal' | 'onLine'>,
): Promise<OpenedEnvironment | undefined> {
  const root = process.cwd();
  const planned = await planConfig(options.config, root, options.env);
  const [plan] = planned.ok ? planned.value.plans : [];
  if (!planned.ok || plan === undefined) {
    refuse(planned.issues, options, terminal);
    return undefined;
  }
  reportIssues(planned.issues, terminal);
  const work = workFolder(options);
  const file = join(work, `${plan.environment}.json`);
  const target = options.local ? 'local' : 'account';
  const opened = JournalFile.open(file, { platform: plan.platform, environment: plan.environment, target });
  if ('issue' in opened) {
    refuse([opened.issue], options, terminal);
    return undefined;
  }
  const journal = opened.opened;
  try {
    return await withClouds(plan, options, journal, { ...watch, root, environment: plan.environment });
  } catch (error) {
    journal.close();
    throw error;
  }
}

async function withClouds(
  plan: EnvironmentPlan,
  options: EnvironmentOptions,
  journal: JournalFile,
  surroundings: UnitSurroundings,
): Promise<OpenedEnvironment> {
  const settled = settle(plan);
  const work = workFolder(options);
  const assembly = join(work, plan.environment, 'assembly');
  const config = options.config === defaultConfigFile ? undefined : options.config;
  const words = { assembly, config, stacks: plannedStacks(settled), gated: gatedUnits(settled) };
  const common = { ...surroundings, plan: settled, assembly, config, work };
  const clouds = options.local
    ? await (require('./local-clouds') as LocalClouds).openLocalClouds({
        ...common,
        state: options.state,
        configFile: options.config,
      })
    : accounts(common);
  return {
    plan: settled,
    digest: createHash('sha256')
      .update(JSON.stringify([packageVersion(), settled]))
      .digest('hex'),
    units: unitsOf(settled, words),
    journal,
    cloudOf: ({ cloud }) => {
      const units = clouds[cloud];
      if (units === undefined) throw new Error(`no units on ${cloud}`);
      return units;
    },
    askAssets: (gate) =>
      askAssets(settled, gate, {
        aws: clouds.awsClients,
        azure: clouds.azureStores,
        push: `llmops assets push ${flagsOf(options)}`,
      }),
    close: async () => {
      await clouds.close();
      journal.close();
    },
  };
}

/** Loaded on demand: a deployment to an account needs neither the local clouds nor the Pulumi packages. */
interface LocalClouds {
  readonly openLocalClouds: (options: LocalCloudsOptions) => Promise<OpenedClouds>;
}

/** The units of an environment in accounts: the programs and credentials of the shell. */
function accounts(
  options: UnitSurroundings & {
    readonly plan: SettledPlan;
    readonly assembly: string;
    readonly config: string | undefined;
  },
): OpenedClouds {
  const { plan, config } = options;
  const { aws, azure } = plan;
  const of = config === undefined ? {} : { LLMOPS_CONFIG: config };
  return {
    ...(aws === undefined
      ? {}
      : {
          aws: new AwsUnits({ ...options, aws, clients: { region: aws.region }, env: process.env }),
          awsClients: { region: aws.region },
        }),
    ...(azure === undefined
      ? {}
      : {
          azure: new PulumiCliUnits({ ...options, azure, env: { ...process.env, ...of } }),
          azureStores: azureStores(azure),
        }),
    close: () => Promise.resolve(),
  };
}

/** The options with which a person names the same environment again. */
export function flagsOf({ env, config, local, state }: EnvironmentOptions): string {
  return [
    `--env ${env}`,
    ...(config === defaultConfigFile ? [] : [`--config ${config}`]),
    ...(local ? ['--local'] : []),
    ...(local && state !== defaultState ? [`--state ${state}`] : []),
  ].join(' ');
}

/** Exit codes by what came of the units, the worst first. */
export function exitCodeOf(kinds: ReadonlySet<string>): (typeof exit)[keyof typeof exit] {
  if (kinds.has('interrupted')) return exit.interrupted;
  if (kinds.has('failed')) return exit.findings;
  if (kinds.has('blocked') || kinds.has('stuck') || kinds.has('held')) return exit.blocked;
  return exit.pass;
}
