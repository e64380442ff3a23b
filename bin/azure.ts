import { getRootDirectory, getStack, RunError } from '@pulumi/pulumi';
import { CodedError } from '../lib/messages';
import { settle } from '../lib/plan';
import { platformProgram } from '../stacks/azure';
import { defaultConfigFile } from './project/default-config';
import { planStack } from './project/planned-stack';
import { reportIssues } from './terminal/issues';
import { processTerminal } from './terminal/terminal';

const notPlanned = 'nothing was planned, so nothing was changed';

/**
 * The Pulumi program: the name of the stack is `<environment>-<stage>`. Name another config with LLMOPS_CONFIG, because
 * Pulumi passes no arguments to a program. Both are looked for in the folder of Pulumi.yaml: the engine runs a program in
 * the folder of its file, which is that of the kit.
 *
 * @returns the outputs of the stack
 * @throws RunError when nothing can be declared: a program that ends without an error and without resources deletes all
 *   resources of the stack. Pulumi prints the message of a `RunError` without a stack trace
 */
async function main(): ReturnType<typeof platformProgram> {
  const stack = getStack();
  const planned = await planStack(process.env.LLMOPS_CONFIG ?? defaultConfigFile, getRootDirectory(), stack);
  reportIssues(planned.issues, processTerminal(process.argv, process.env));
  try {
    if (!planned.ok) throw new CodedError('ConfigNotPlanned', { place: `stack ${stack}`, message: notPlanned });
    const { plan, stage } = planned.value;
    return await platformProgram(settle(plan), stage);
  } catch (error) {
    throw error instanceof CodedError ? withoutFrames(new RunError(error.message)) : error;
  }
}

/**
 * The runtime of Pulumi formats the frames of every error in colour, also of one whose message alone it prints. On Node 20
 * this takes half a minute for the files of `@pulumi/pulumi`.
 */
function withoutFrames(error: RunError): RunError {
  error.stack = error.message;
  return error;
}

export = main;
