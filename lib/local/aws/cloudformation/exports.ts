import { duplicates, exportNameProblem } from '../../../constraints/template/export-names';
import type { ServiceError } from '../errors';
import { validationError } from '../errors';
import type { Cloud } from '../state/cloud';
import type { StackOutput } from './deployed';
import { partitionOf } from './pseudo-parameters';
import type { StackOutputReference } from './scope';
import type { Stack } from './stack';

/** One export of an account and region. */
export interface Export {
  readonly name: string;
  readonly value: string;
  readonly stack: Stack;
}

/** Exports of an account and region. */
export function exportsOf(cloud: Cloud, account: string, region: string): readonly Export[] {
  return cloud
    .stacks(account, region)
    .flatMap((stack) =>
      stack.deleted
        ? []
        : (stack.deployment?.outputs ?? []).flatMap(({ exportName, value }) =>
            exportName === undefined ? [] : [{ name: exportName, value, stack }],
          ),
    );
}

/** The value of an export that another stack of the same account and region made; a stack cannot import its exports. */
export function exportedValue(cloud: Cloud, reader: Stack, name: string): string | undefined {
  return exportsOf(cloud, reader.account, reader.region).find((entry) => entry.name === name && entry.stack !== reader)
    ?.value;
}

const roleArn = /^arn:([\w-]+):iam::(\d{12}):role\/.+$/;

/**
 * The value of an output of another stack, in any account and region of the cloud.
 *
 * Source: CloudFormation template reference, Fn::GetStackOutput, 2026-11-30: no export is needed, RoleArn reads in its account,
 * partitions are not crossed.
 * @throws ServiceError (ValidationError) when stack, output or role do not exist
 */
export function stackOutput(cloud: Cloud, reader: Stack, reference: StackOutputReference): string {
  const { stackName, outputName, region = reader.region, roleArn: role } = reference;
  const [, partition, account = reader.account] = role === undefined ? [] : (roleArn.exec(role) ?? []);
  const refuse = (why: string): ServiceError =>
    validationError(`Template error: Fn::GetStackOutput of ${stackName}.${outputName} in ${account}/${region}: ${why}`);
  if (role !== undefined) {
    const own = partitionOf(reader.region).partition;
    if (partition === undefined) throw refuse(`RoleArn is not the ARN of a role: ${role}`);
    if (partition !== own) throw refuse(`RoleArn is in partition ${partition}, and the stack in ${own}`);
    if (!cloud.registry.list('AWS::IAM::Role', account).some(({ arn }) => arn === role))
      throw refuse(`the role ${role} does not exist`);
  }
  const stack = cloud.stacks(account, region).find(({ name, deleted }) => name === stackName && !deleted);
  if (stack === undefined || stack === reader) throw refuse(`Stack with id ${stackName} does not exist`);
  const found = stack.deployment?.outputs.find(({ key }) => key === outputName);
  if (found === undefined) {
    const known = (stack.deployment?.outputs ?? []).map(({ key }) => key).join(', ');
    throw refuse(`the stack has no output ${outputName}; it has [${known}]`);
  }
  return found.value;
}

/** Refuses exports without a name of their own, after parameters and conditions. @throws ServiceError (ValidationError) */
export function assertExportNames(outputs: readonly StackOutput[]): void {
  const names = outputs.flatMap(({ key, exportName }) => (exportName === undefined ? [] : [{ key, exportName }]));
  const problems = [
    ...names.flatMap(({ key, exportName }) => exportNameProblem(key, exportName) ?? []),
    ...duplicates(names.map(({ exportName }) => exportName)),
  ];
  if (problems.length > 0) throw validationError(problems.join('\n'));
}

/** Names of the stacks that import an export. */
export function importers(cloud: Cloud, account: string, region: string, name: string): readonly string[] {
  return cloud
    .stacks(account, region)
    .filter((stack) => !stack.deleted && stack.deployment?.imports.includes(name) === true)
    .map((stack) => stack.name);
}

/** The reason why a stack cannot have these outputs: another stack exports the name, or the change breaks an export in use. */
export function exportConflict(cloud: Cloud, stack: Stack, outputs: readonly StackOutput[]): string | undefined {
  const exported = new Map(
    outputs.flatMap(({ exportName, value }) => (exportName === undefined ? [] : [[exportName, value] as const])),
  );
  for (const { name, stack: owner } of exportsOf(cloud, stack.account, stack.region)) {
    if (owner !== stack && exported.has(name))
      return `Export with name ${name} is already exported by stack ${owner.name}. Use a unique export name.`;
  }
  for (const { exportName, value } of stack.deployment?.outputs ?? []) {
    if (exportName === undefined || exported.get(exportName) === value) continue;
    const users = importers(cloud, stack.account, stack.region, exportName);
    if (users.length > 0) {
      const verb = exported.has(exportName) ? 'updated' : 'deleted';
      return `Export ${exportName} cannot be ${verb} as it is in use by ${users.join(', ')}`;
    }
  }
  return undefined;
}
