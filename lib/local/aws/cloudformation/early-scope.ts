import type { JsonObject } from '../../../constraints/json';
import type { Cloud } from '../state/cloud';
import { existingValues } from './existing-values';
import { stackOutput } from './exports';
import { conditionTable } from './intrinsics';
import type { StackParameter } from './parameters';
import type { PseudoParameters } from './pseudo-parameters';
import { partitionOf } from './pseudo-parameters';
import type { Scope } from './scope';
import type { Stack } from './stack';
import { section } from './template';

/** Values of a deployment that the language extensions read. */
interface EarlyValues {
  readonly parameters: readonly StackParameter[];
  readonly notificationArns: readonly string[];
}

/** What the language extensions read, before the template has resources. */
export function earlyScope(stack: Stack, cloud: Cloud, document: JsonObject, values: EarlyValues): Scope {
  const early: Scope = {
    pseudo: pseudoOf(stack, values.notificationArns),
    parameters: new Map(values.parameters.map(({ key, effective }) => [key, effective])),
    mappings: section(document, 'Mappings'),
    languageExtensions: true,
    condition: conditionTable(section(document, 'Conditions'), () => early),
    resource: () => undefined,
    importValue: () => undefined,
    stackOutput: (reference) => stackOutput(cloud, stack, reference),
    existing: existingValues(cloud, stack.account, stack.region),
  };
  return early;
}

/** The values of pseudo parameters in a stack. */
export function pseudoOf(stack: Stack, notificationArns: readonly string[]): PseudoParameters {
  return {
    account: stack.account,
    region: stack.region,
    ...partitionOf(stack.region),
    stackId: stack.id,
    stackName: stack.name,
    notificationArns,
  };
}
