import { App } from 'aws-cdk-lib';
import { settle } from '../lib/plan';
import { addConstraintChecks, PlatformStage } from '../stacks/aws';
import { defaultConfigFile } from './project/default-config';
import { planConfig } from './project/planned';
import { reportError, reportIssues } from './terminal/issues';
import type { Terminal } from './terminal/terminal';
import { exit, processTerminal } from './terminal/terminal';

/**
 * The CDK app: every environment of the config with an AWS target becomes a stage, on every run, so that a pull request
 * shows what it does to production. Name another config with `cdk -c config=<file>`, and one environment alone with
 * `cdk -c environment=<name>`: a deployment of one need not synthesize the others.
 */
async function main(terminal: Terminal): Promise<void> {
  // Synthesized below, and not automatically when the process ends after a refused config.
  const app = new App({ autoSynth: false });
  const context: unknown = app.node.tryGetContext('config');
  const environment: unknown = app.node.tryGetContext('environment');
  const planned = await planConfig(
    typeof context === 'string' ? context : defaultConfigFile,
    process.cwd(),
    typeof environment === 'string' ? environment : undefined,
  );
  reportIssues(planned.issues, terminal);
  if (!planned.ok) {
    terminal.setExitCode(exit.badInput);
    return;
  }
  for (const plan of planned.value.plans) {
    if (plan.aws !== undefined) new PlatformStage(app, plan.environment, { plan: settle(plan) });
  }
  addConstraintChecks(app, { pack: 'baseline' });
  app.synth();
}

const terminal = processTerminal(process.argv, process.env);
main(terminal).catch((error: unknown) => {
  reportError(error, terminal);
});
