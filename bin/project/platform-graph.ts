import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { context as featureFlags } from '../../cdk.json';
import type { ResourceGraph, SynthesizedStack } from '../../lib/graph';
import { readAssembly, readRecording, sortNodes } from '../../lib/graph';
import type { EnvironmentPlan } from '../../lib/plan';
import { settle } from '../../lib/plan';
import type { Result } from '../../lib/platform';
import { failure, success } from '../../lib/platform';
import { PlatformStage } from '../../stacks/aws';
import { azureStages, platformProgram, record, rehearsedStackConfig, stackName } from '../../stacks/azure';
import { pulumiProject } from './pulumi-project';
import { withStageEdges } from './stage-edges';

/** A graph, and problems of the recording of the Azure program. */
export interface PlatformGraph {
  readonly graph: ResourceGraph;
  readonly problems: readonly string[];
}

/** Declares both clouds of every plan in memory and reads them into one graph. Nothing is deployed. */
export async function platformGraph(plans: readonly EnvironmentPlan[]): Promise<PlatformGraph> {
  const aws = readAssembly(synthesize(plans));
  const azure: ResourceGraph[] = [];
  const problems: string[] = [];
  for (const plan of plans) {
    if (plan.azure === undefined) continue;
    const settled = settle(plan);
    const stages: ResourceGraph[] = [];
    for (const stage of azureStages) {
      const stack = stackName({ environment: plan.environment, stage });
      const recording = await record(() => platformProgram(settled, stage), {
        project: pulumiProject,
        stack,
        organization: 'organization',
        config: rehearsedStackConfig(settled, stage),
      });
      stages.push(readRecording(recording, plan.environment));
      problems.push(...recording.problems.map((problem) => `${stack}: ${problem}`));
    }
    azure.push(withStageEdges(stages.flat(), plan.azure.subscription.value));
  }
  return { graph: sortNodes([...aws, ...azure.flat()]), problems };
}

/**
 * The same, or the problems of the recording as issues.
 * @param config path of the config in the issues
 */
export async function wholeGraph(plans: readonly EnvironmentPlan[], config: string): Promise<Result<ResourceGraph>> {
  const { graph, problems } = await platformGraph(plans);
  if (problems.length === 0) return success(graph);
  return failure(
    problems.map((message) => ({
      code: 'AzureProgramFailed',
      path: config,
      message,
      expected: 'a program that records without problems',
    })),
  );
}

/** Templates of every AWS stack. The validator does not run: it takes seconds, and the strict lane of the tests runs it. */
function synthesize(plans: readonly EnvironmentPlan[]): SynthesizedStack[] {
  const outdir = mkdtempSync(join(tmpdir(), 'llmops-synth-'));
  try {
    // The flags of `cdk deploy`: other flags give other templates.
    const app = new App({
      outdir,
      context: featureFlags,
      analyticsReporting: false,
      builtinCloudFormationValidation: false,
    });
    const stages = plans.flatMap((plan) =>
      plan.aws === undefined ? [] : [new PlatformStage(app, plan.environment, { plan: settle(plan) })],
    );
    return stages.flatMap((stage) =>
      stage.synth().stacks.map((artifact) => ({
        environment: stage.stageName,
        stack: artifact.hierarchicalId.split('/').at(-1) ?? artifact.id,
        template: artifact.template as unknown,
      })),
    );
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
