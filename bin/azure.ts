import { getStack, RunError } from '@pulumi/pulumi';
import { settle } from '../lib/plan';
import { platformProgram } from '../stacks/azure';
import { defaultConfigFile } from './project/default-config';
import { planConfig } from './project/planned';
import { reportIssues } from './terminal/issues';
import { processTerminal } from './terminal/terminal';

/**
 * The Pulumi program: the stack's name is the environment. Name another config with LLMOPS_CONFIG, since Pulumi hands a
 * program no arguments.
 *
 * @returns the outputs of the stack
 * @throws when there is nothing to declare: a program that ends normally without resources deletes everything the stack
 *   has. Pulumi prints the message of a `RunError` without its stack
 */
async function main(): Promise<ReturnType<typeof platformProgram>> {
  const environment = getStack();
  const planned = await planConfig(process.env.LLMOPS_CONFIG ?? defaultConfigFile, process.cwd(), environment);
  reportIssues(planned.issues, processTerminal(process.argv, process.env));
  const [plan] = planned.ok ? planned.value.plans : [];
  if (plan === undefined) throw new RunError(`stack ${environment}: the config does not plan; nothing was changed`);
  if (plan.azure === undefined)
    throw new RunError(`stack ${environment}: this environment has no azure target; nothing was changed`);
  return platformProgram(settle(plan));
}

export = main;
