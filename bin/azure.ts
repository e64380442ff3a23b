import { getStack } from '@pulumi/pulumi';
import { settle } from '../lib/plan';
import { platformProgram } from '../stacks/azure';
import { defaultConfigFile } from './support/config-file';
import { reportIssues } from './support/issues';
import { planConfig } from './support/planned';
import { processTerminal } from './support/terminal';

/*
 * The Pulumi program: the stack's name is the environment. Name another config with LLMOPS_CONFIG, since Pulumi hands a
 * program no arguments.
 */
const environment = getStack();
const planned = planConfig(process.env.LLMOPS_CONFIG ?? defaultConfigFile, process.cwd(), environment);
reportIssues(planned.issues, processTerminal(process.argv, process.env));
const [plan] = planned.ok ? planned.value.plans : [];
// Thrown, because a Pulumi program that ends normally without resources deletes everything the stack has.
if (plan === undefined) throw new Error(`stack ${environment}: the config does not plan; nothing was changed`);
if (plan.azure === undefined)
  throw new Error(`stack ${environment}: this environment has no azure target; nothing was changed`);

export = platformProgram(settle(plan));
