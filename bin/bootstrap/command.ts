import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { inheritable } from '../../lib/local/aws';
import type { EnvironmentPlan } from '../../lib/plan';
import type { Issue, ResolvedPlatform } from '../../lib/platform';
import type { LocalEndpoint } from '../deploy/local-endpoint';
import { defaultState, deploymentsOf } from '../local/options';
import { refusing } from '../local/refused';
import { planConfig } from '../project/planned';
import { refuse, reportIssues } from '../terminal/issues';
import type { CommonOptions } from '../terminal/options';
import { verb, writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { exit } from '../terminal/terminal';
import { writeOutput } from '../terminal/write-output';
import { applyLocally, withSdk } from './apply-locally';
import type { TextFile } from './aws-files';
import { awsFiles } from './aws-files';
import type { AwsBootstrap } from './aws-rights';
import { awsBootstrap } from './aws-rights';
import type { AzureBootstrap } from './azure-files';
import { azureBootstrap, azureFiles, azureText } from './azure-files';

interface BootstrapOptions extends CommonOptions {
  readonly env: string;
  readonly out: string;
  readonly cloud?: string;
  readonly local: boolean;
  readonly state: string;
}

/** What the command found for an environment. */
interface Found {
  readonly aws?: AwsBootstrap;
  /** Of the second region. */
  readonly standby?: AwsBootstrap;
  readonly azure?: AzureBootstrap;
  readonly issues: readonly Issue[];
}

/** `llmops bootstrap`: the rights that deployments of an environment need, as files, instead of administrator rights. */
export function register(program: Command, terminal: Terminal): void {
  verb(program, 'bootstrap', 'bootstrap template, policies and role definition with the exact rights of an environment')
    .option('--env <name>', 'environment', 'dev')
    .option('--cloud <cloud>', 'aws or azure alone')
    .option('--out <folder>', 'folder of the files; each environment has a folder in it', join('out', 'bootstrap'))
    .option('--local', 'bootstrap the local AWS cloud with them', false)
    .option('--state <dir>', 'with --local: folder of the state of the local cloud', defaultState)
    .action((options: BootstrapOptions) => refusing(options, terminal, () => run(options, terminal)));
}

async function run(options: BootstrapOptions, terminal: Terminal): Promise<void> {
  const planned = await planConfig(options.config, process.cwd(), options.env);
  const [plan] = planned.ok ? planned.value.plans : [];
  if (!planned.ok || plan === undefined) {
    refuse([...planned.issues, ...cloudIssues(options.cloud)], options, terminal);
    return;
  }
  const found = await find(planned.value.platform, plan, options);
  if (found.issues.length > 0) {
    refuse([...planned.issues, ...found.issues], options, terminal);
    return;
  }
  reportIssues(planned.issues, terminal);
  if (!write(plan, found, options, terminal)) return;
  if (!options.local) return;
  for (const one of [found.aws, found.standby]) if (one !== undefined) await apply(one, options, terminal);
}

/** Loaded on demand: files alone need no local cloud. */
interface LocalEndpoints {
  readonly openLocalEndpoint: (
    state: string,
    target: { readonly account: string; readonly region: string },
  ) => Promise<LocalEndpoint>;
}

/** What an administrator types in an account, on the local cloud. */
async function apply(aws: AwsBootstrap, { env, state }: BootstrapOptions, terminal: Terminal): Promise<void> {
  const { openLocalEndpoint } = require('../deploy/local-endpoint') as LocalEndpoints;
  const { clients, set, close } = await openLocalEndpoint(state, aws.target);
  try {
    const folder = resolve(deploymentsOf(state), env);
    const cliEnv = { ...inheritable(process.env), ...set, CDK_HOME: join(folder, '..', 'cdk-home') };
    const { code, output } = await applyLocally(aws, {
      root: process.cwd(),
      folder,
      deployTemplate: withSdk(clients),
      env: cliEnv,
    });
    terminal.err(output.trimEnd());
    if (code !== 0) terminal.setExitCode(exit.findings);
  } finally {
    await close();
  }
}

const clouds = ['aws', 'azure'];

function cloudIssues(cloud: string | undefined): readonly Issue[] {
  if (cloud === undefined || clouds.includes(cloud)) return [];
  return [
    {
      code: 'WrongUsage',
      path: '--cloud',
      message: 'this is not a cloud of the kit',
      got: cloud,
      expected: 'aws or azure',
      fix: 'write --cloud aws, or leave the option out',
    },
  ];
}

/** The rights on each cloud of the environment, or on the one that was asked for. */
async function find(platform: ResolvedPlatform, plan: EnvironmentPlan, { cloud }: BootstrapOptions): Promise<Found> {
  const wanted = (name: string): boolean => cloud === undefined || cloud === name;
  const wrong = [...cloudIssues(cloud), ...absent(plan, cloud)];
  const aws = plan.aws === undefined || !wanted('aws') ? undefined : awsBootstrap(platform, plan.environment, plan.aws);
  const second = plan.aws?.standby?.stack === undefined ? undefined : plan.aws.standby.region.value;
  const standby =
    aws === undefined || plan.aws === undefined || second === undefined
      ? undefined
      : awsBootstrap(platform, plan.environment, plan.aws, { region: second });
  const azure = plan.azure === undefined || !wanted('azure') ? undefined : await azureBootstrap(plan, plan.azure);
  return {
    ...(aws?.ok === true ? { aws: aws.value } : {}),
    ...(standby?.ok === true ? { standby: standby.value } : {}),
    ...(azure?.ok === true ? { azure: azure.value } : {}),
    issues: [...wrong, ...[aws, standby, azure].flatMap((one) => (one?.ok === false ? one.issues : []))],
  };
}

function absent(plan: EnvironmentPlan, cloud: string | undefined): readonly Issue[] {
  if ((cloud !== 'aws' || plan.aws !== undefined) && (cloud !== 'azure' || plan.azure !== undefined)) return [];
  const other = plan.aws === undefined ? 'azure' : 'aws';
  return [
    {
      code: 'NoCloudRights',
      path: '--cloud',
      message: `environment '${plan.environment}' has no ${cloud} target`,
      got: cloud,
      expected: other,
      fix: `write --cloud ${other}, or name an environment with ${cloud}`,
    },
  ];
}

/** What is written, in a few lines. */
function awsText({ target, environments, rights, qualifier }: AwsBootstrap): readonly string[] {
  const actions = new Set(rights.statements.flatMap(({ Action: all }) => all));
  const everywhere = rights.statements.flatMap(({ Action: all, Resource: on }) => (on.includes('*') ? all : []));
  return [
    `aws ${target.account} ${target.region}, qualifier ${qualifier}: the bootstrap stack of ${environments.join(', ')}`,
    `  ${actions.size} actions in ${rights.policies.length} policies, digest ${rights.digest}; ${everywhere.length} actions have no resource to name`,
  ];
}

/** @returns whether the files were written */
function write(plan: EnvironmentPlan, found: Found, options: BootstrapOptions, terminal: Terminal): boolean {
  const { aws, standby, azure } = found;
  const folder = join(options.out, plan.environment);
  const files: readonly TextFile[] = [
    ...(aws === undefined ? [] : awsFiles(aws, folder)),
    ...(standby === undefined ? [] : awsFiles(standby, folder, 'aws-standby')),
    ...(azure === undefined ? [] : azureFiles(azure, folder)),
  ];
  const unwritten = files.flatMap(({ name, text }) =>
    writeOutput({ option: '--out', file: join(folder, name), example: 'bootstrap' }, text),
  );
  if (unwritten.length > 0) {
    refuse(unwritten, options, terminal);
    return false;
  }
  if (options.json)
    writeJson(terminal, {
      environment: plan.environment,
      ...(aws && { aws }),
      ...(standby && { standby }),
      ...(azure && { azure }),
    });
  else
    terminal.out(
      [
        ...(aws ? awsText(aws) : []),
        ...(standby ? awsText(standby) : []),
        ...(azure ? azureText(azure) : []),
        ...files.map(({ name }) => join(folder, name)),
      ].join('\n'),
    );
  return true;
}
