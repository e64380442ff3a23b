import { App } from 'aws-cdk-lib';
import { context as featureFlags } from '../../cdk.json';
import type { StackTemplate } from '../../lib/local/rehearsal';
import { readStage } from '../../lib/local/rehearsal';
import type { EnvironmentPlan } from '../../lib/plan';
import { settle } from '../../lib/plan';
import { PlatformStage } from '../../stacks/aws';

/**
 * The AWS stacks of one environment, synthesized in this process into a folder. The validator does not run: it has checked
 * the templates of the first deployment, and takes seconds.
 */
export function awsTemplates(plan: EnvironmentPlan, outdir: string): readonly StackTemplate[] {
  const app = new App({
    outdir,
    // The flags of `cdk deploy`: other flags give other templates.
    context: featureFlags,
    analyticsReporting: false,
    builtinCloudFormationValidation: false,
  });
  new PlatformStage(app, plan.environment, { plan: settle(plan) });
  app.synth();
  return readStage(outdir, plan.environment);
}
