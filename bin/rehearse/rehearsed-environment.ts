import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inheritable } from '../../lib/local/aws';
import type { AzureStageProgram, RehearsalOptions, StackTemplate } from '../../lib/local/rehearsal';
import { readStage } from '../../lib/local/rehearsal';
import type { BootstrapPlace } from '../../lib/local/rehearsal/aws-rehearsal';
import type { Finished } from '../../lib/local/rehearsal/process-group';
import type { EnvironmentPlan, SettledPlan } from '../../lib/plan';
import { settle } from '../../lib/plan';
import type { ResolvedPlatform } from '../../lib/platform';
import { azureStages, rehearsedStackConfig, stackName } from '../../stacks/azure';
import { applyLocally } from '../bootstrap/apply-locally';
import { awsBootstrap } from '../bootstrap/aws-rights';
import { entryPoint } from '../project/entry-point';
import { pulumiProject } from '../project/pulumi-project';
import type { ChangeOptions } from './changes';
import { nextGeneration, plannedChanges, secondBeginning } from './changes';

/** An environment to rehearse. */
export interface EnvironmentToRehearse {
  readonly platform: ResolvedPlatform;
  readonly plan: EnvironmentPlan;
  /** Path of the config as the user named it. */
  readonly config: string;
  /** Folder for what is synthesized. */
  readonly workFolder: string;
  /** Whether the changes are rehearsed on Azure too. */
  readonly allChanges: boolean;
}

type Azure = NonNullable<RehearsalOptions['azure']>;

/** Length of the vectors of the rehearsal's index on Azure: every model of Azure OpenAI that embeds gives it. */
const rehearsedDimensions = 1536;

/** Loaded on demand: an environment without an AWS side must not need the CDK. */
interface AwsTemplatesModule {
  readonly awsTemplates: (plan: EnvironmentPlan, outdir: string) => readonly StackTemplate[];
}

/** The programs of an environment, and the changes to rehearse on it. */
export function rehearsed(given: EnvironmentToRehearse): Pick<RehearsalOptions, 'aws' | 'azure' | 'changes'> {
  const { platform, plan, workFolder, allChanges } = given;
  const settled = settle(plan);
  const common = { platform, environment: plan.environment, workFolder };
  const programs = (changed: ResolvedPlatform, changedPlan: EnvironmentPlan, name: string) =>
    azurePrograms(settle(changedPlan), writeConfig(join(workFolder, `${name}.config.cjs`), changed));
  const onAzure = allChanges && settled.azure !== undefined ? { programs } : {};
  const azure = azureSide(settled, given, { ...common, ...onAzure });
  if (settled.aws === undefined) return { ...azure, changes: plannedChanges({ ...common, ...onAzure }) };
  const { awsTemplates } = require('./aws-templates') as AwsTemplatesModule;
  const options = { ...common, ...onAzure, synthesize: awsTemplates };
  const again = secondBeginning(options);
  return {
    aws: {
      ...awsSide(settled.aws),
      bootstrap: (place) => bootstrap(given, place),
      ...(again === undefined ? {} : { again }),
    },
    ...azure,
    changes: plannedChanges(options),
  };
}

/** Writes a resolved platform as a config. @returns the path */
function writeConfig(file: string, platform: ResolvedPlatform): string {
  writeFileSync(file, `module.exports = ${JSON.stringify(platform)};\n`);
  return file;
}

/** Bootstraps the local cloud as `llmops bootstrap` does an account: no role is an administrator's. */
function bootstrap({ platform, plan }: EnvironmentToRehearse, place: BootstrapPlace): Promise<Finished> {
  if (plan.aws === undefined) throw new Error(`${plan.environment} is not on aws`);
  const { assembly, env } = place;
  const templates = ({ environment }: EnvironmentPlan): readonly StackTemplate[] => readStage(assembly, environment);
  const made = awsBootstrap(platform, plan.environment, plan.aws, { templates });
  if (!made.ok) {
    const output = made.issues.map(({ path, message, fix = '' }) => `${path}: ${message}; ${fix}`).join('\n');
    return Promise.resolve({ code: 1, output });
  }
  return applyLocally(made.value, { ...place, root: process.cwd(), env: { ...inheritable(process.env), ...env } });
}

function awsSide(aws: NonNullable<SettledPlan['aws']>): Omit<NonNullable<RehearsalOptions['aws']>, 'bootstrap'> {
  return {
    app: entryPoint('aws'),
    account: aws.account,
    region: aws.region,
    stackIds: Object.fromEntries(Object.entries(aws.stackNames).map(([id, name]) => [name, id])),
    terminationProtection: aws.terminationProtection,
    ...knowledgeOf(aws),
  };
}

/** The first knowledge base, which is asked questions. */
function knowledgeOf(aws: NonNullable<SettledPlan['aws']>): Pick<NonNullable<RehearsalOptions['aws']>, 'knowledge'> {
  const [base] = Object.values(aws.knowledge.bases);
  if (base === undefined) return {};
  return { knowledge: { name: base.name, bucketName: base.sourceBucketName, prefix: base.prefix } };
}

/** The first search service that embeds, with a model that generates text; nothing where one of them is missing. */
function azureKnowledge({ deployment }: NonNullable<SettledPlan['azure']>): Pick<Azure, 'knowledge'> {
  const { account, models, search } = deployment;
  const [service] = Object.values(search).filter(({ embedding }) => embedding !== undefined);
  const all = Object.values(models);
  const embedding = all.find(({ deploymentName }) => deploymentName === service?.embedding?.deploymentName);
  const chat = all.find(({ model }) => !model.name.includes('embedding'));
  if (account === undefined || service === undefined || embedding === undefined || chat === undefined) return {};
  return {
    knowledge: {
      account: account.name,
      embeddingDeployment: embedding.deploymentName,
      dimensions: rehearsedDimensions,
      chatDeployment: chat.deploymentName,
      searchService: service.serviceName,
    },
  };
}

function azureSide(
  settled: SettledPlan,
  { config }: EnvironmentToRehearse,
  { programs, ...options }: ChangeOptions,
): Pick<RehearsalOptions, 'azure'> {
  if (settled.azure === undefined) return {};
  const again = programs && nextGeneration({ ...options, programs });
  return {
    azure: {
      protected: settled.azure.dataRetention === 'retain',
      stages: azurePrograms(settled, resolve(process.cwd(), config)),
      ...azureKnowledge(settled.azure),
      ...(again === undefined ? {} : { again }),
    },
  };
}

/** The Pulumi program of every stage, in deployment order. @param config - absolute path of the config */
export function azurePrograms(settled: SettledPlan, config: string): readonly AzureStageProgram[] {
  const { environment } = settled;
  return azureStages.map((stage) => ({
    stage,
    program: {
      root: process.cwd(),
      main: entryPoint('azure'),
      project: pulumiProject,
      stack: stackName({ environment, stage }),
      config: rehearsedStackConfig(settled, stage),
      env: { LLMOPS_CONFIG: config },
    },
  }));
}
