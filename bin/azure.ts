import { getStack, RunError } from '@pulumi/pulumi';
import { CodedError } from '../lib/messages';
import { settle } from '../lib/plan';
import { platformProgram } from '../stacks/azure';
import { defaultConfigFile } from './project/default-config';
import { planConfig } from './project/planned';
import { reportIssues } from './terminal/issues';
import { processTerminal } from './terminal/terminal';

const notPlanned = 'the config has errors, so nothing was changed';

/**
 * The Pulumi program: the name of the stack is the environment. Name another config with LLMOPS_CONFIG, because Pulumi
 * passes no arguments to a program.
 *
 * @returns the outputs of the stack
 * @throws RunError when nothing can be declared: a program that ends without an error and without resources deletes all
 *   resources of the stack. Pulumi prints the message of a `RunError` without a stack trace
 */
async function main(): Promise<ReturnType<typeof platformProgram>> {
  const environment = getStack();
  const planned = await planConfig(process.env.LLMOPS_CONFIG ?? defaultConfigFile, process.cwd(), environment);
  reportIssues(planned.issues, processTerminal(process.argv, process.env));
  const [plan] = planned.ok ? planned.value.plans : [];
  try {
    if (plan === undefined)
      throw new CodedError('ConfigNotPlanned', { place: `stack ${environment}`, message: notPlanned });
    return platformProgram(settle(plan));
  } catch (error) {
    throw error instanceof CodedError ? new RunError(error.message) : error;
  }
}

export = main;
