import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { RehearsalOptions, StackTemplate } from '../../lib/local/rehearsal';
import type { EnvironmentPlan, SettledPlan } from '../../lib/plan';
import { settle } from '../../lib/plan';
import type { ResolvedPlatform } from '../../lib/platform';
import { azureStages, stackConfig, stackName } from '../../stacks/azure';
import { pulumiProject } from '../project/pulumi-project';
import { plannedChanges, secondBeginning } from './changes';

/** An environment to rehearse. */
export interface EnvironmentToRehearse {
  readonly platform: ResolvedPlatform;
  readonly plan: EnvironmentPlan;
  /** Path of the config as the user named it. */
  readonly config: string;
  /** Folder for what is synthesized. */
  readonly workFolder: string;
}

/** Loaded on demand: an environment without an AWS side must not need the CDK. */
interface AwsTemplatesModule {
  readonly awsTemplates: (plan: EnvironmentPlan, outdir: string) => readonly StackTemplate[];
}

/** The programs of an environment, and the changes to rehearse on it. */
export function rehearsed(given: EnvironmentToRehearse): Pick<RehearsalOptions, 'aws' | 'azure' | 'changes'> {
  const { platform, plan, workFolder } = given;
  const settled = settle(plan);
  const common = { platform, environment: plan.environment, workFolder };
  if (settled.aws === undefined) return { ...azureSide(settled, given), changes: plannedChanges(common) };
  const { awsTemplates } = require('./aws-templates') as AwsTemplatesModule;
  const options = { ...common, synthesize: awsTemplates };
  const again = secondBeginning(options);
  return {
    aws: { ...awsSide(settled.aws), ...(again === undefined ? {} : { again }) },
    ...azureSide(settled, given),
    changes: plannedChanges(options),
  };
}

function awsSide(aws: NonNullable<SettledPlan['aws']>): NonNullable<RehearsalOptions['aws']> {
  return {
    app: entryPoint('aws'),
    account: aws.account,
    region: aws.region,
    stackIds: Object.fromEntries(Object.entries(aws.stackNames).map(([id, name]) => [name, id])),
    terminationProtection: aws.terminationProtection,
    bootstrapQualifier: aws.bootstrapQualifier,
  };
}

function azureSide(settled: SettledPlan, { config }: EnvironmentToRehearse): Pick<RehearsalOptions, 'azure'> {
  if (settled.azure === undefined) return {};
  const { environment } = settled;
  return {
    azure: {
      protected: settled.azure.dataRetention === 'retain',
      stages: azureStages.map((stage) => ({
        stage,
        program: {
          root: process.cwd(),
          main: entryPoint('azure'),
          project: pulumiProject,
          stack: stackName({ environment, stage }),
          config: stackConfig(settled, stage),
          env: { LLMOPS_CONFIG: resolve(process.cwd(), config) },
        },
      })),
    },
  };
}

/** The file that starts the CDK app or the Pulumi program of the kit, in a clone and in an installed package. */
function entryPoint(name: 'aws' | 'azure'): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return join(folder, 'bin', `${name}.js`);
}
