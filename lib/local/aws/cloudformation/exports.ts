import type { Cloud } from '../state/cloud';
import type { StackOutput } from './deployed';
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
