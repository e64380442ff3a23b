import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { AskedAssets, Unit } from '../../lib/deploy';
import { plannedStacks, unitsOf } from '../../lib/deploy';
import { readStage } from '../../lib/local/rehearsal';
import type { EnvironmentPlan, SettledPlan } from '../../lib/plan';
import { settle } from '../../lib/plan';
import type { ResolvedPlatform, Result } from '../../lib/platform';
import { azureStores } from '../assets/azure-stores';
import type { AwsBootstrap } from '../bootstrap/aws-rights';
import { awsBootstrap } from '../bootstrap/aws-rights';
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
import type { BootstrapOfAws, LocalCloudsOptions, OpenedClouds } from './local-clouds';
import { PulumiCliUnits } from './pulumi-cli-units';

/** Options of `deploy` and `destroy`. */
export interface EnvironmentOptions extends CommonOptions {
  readonly env: string;
  readonly local: boolean;
  readonly state: string;
  /** How many times faster than the services the local clouds let go of what they hold. @default - as the services do */
  readonly holdSpeed?: string;
}

/** An environment whose journal this process has, and its clouds. */
export interface OpenedEnvironment {
  readonly platform: ResolvedPlatform;
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
    return await withClouds({ platform: planned.value.platform, plan }, options, journal, {
      ...watch,
      root,
      environment: plan.environment,
    });
  } catch (error) {
    journal.close();
    throw error;
  }
}

async function withClouds(
  { platform, plan }: { readonly platform: ResolvedPlatform; readonly plan: EnvironmentPlan },
  options: EnvironmentOptions,
  journal: JournalFile,
  surroundings: UnitSurroundings,
): Promise<OpenedEnvironment> {
  const settled = settle(plan);
  const work = workFolder(options);
  const assembly = join(work, plan.environment, 'assembly');
  const config = options.config === defaultConfigFile ? undefined : options.config;
  const bootstrap: BootstrapOfAws = {
    command: `llmops bootstrap ${flagsOf(options)}`,
    make: (region) => bootstrapOf(platform, plan, { region, assembly: resolve(surroundings.root, assembly) }),
  };
  const words = {
    assembly,
    config,
    bootstrap: bootstrap.command,
    stacks: plannedStacks(settled),
    gated: gatedUnits(settled),
  };
  const common = { ...surroundings, plan: settled, assembly, config, work, bootstrap };
  const clouds = options.local
    ? await (require('./local-clouds') as LocalClouds).openLocalClouds({
        ...common,
        state: options.state,
        holdSpeed: holdSpeedOf(options),
        configFile: options.config,
      })
    : accounts(common);
  return {
    platform,
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

/** The bootstrap with the rights of the templates that were just synthesized, those of the environments that share it included. */
function bootstrapOf(
  platform: ResolvedPlatform,
  plan: EnvironmentPlan,
  { region, assembly }: { readonly region: string; readonly assembly: string },
): Result<AwsBootstrap> {
  if (plan.aws === undefined) throw new Error(`${plan.environment} is not on aws`);
  const templates = ({ environment }: EnvironmentPlan): ReturnType<typeof readStage> =>
    readStage(assembly, environment);
  return awsBootstrap(platform, plan.environment, plan.aws, { region, templates });
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
    readonly bootstrap: BootstrapOfAws;
  },
): OpenedClouds {
  const { plan, config } = options;
  const { aws, azure } = plan;
  const of = config === undefined ? {} : { LLMOPS_CONFIG: config };
  return {
    ...(aws === undefined
      ? {}
      : {
          aws: new AwsUnits({
            ...options,
            aws,
            clients: { region: aws.region },
            env: process.env,
            bootstrap: { command: options.bootstrap.command },
          }),
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

/** The speed of the local clouds, 1 in accounts. */
export function holdSpeedOf({ local, holdSpeed }: Pick<EnvironmentOptions, 'local' | 'holdSpeed'>): number {
  return local && holdSpeed !== undefined ? Number(holdSpeed) : 1;
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
