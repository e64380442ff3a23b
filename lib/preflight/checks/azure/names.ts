import type { SettledAzurePlan } from '../../../plan';
import type { Answer } from '../../answer';
import type { AzureCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { noneKnown } from '../../next-place';
import type { Outcome } from '../../outcome';
import type { AzureQuestions, DeletedName, NameKind } from '../../ports/azure';

/** Whether names that are unique in Azure are free, of this environment, or kept after a deletion. */
export const names: AzureCheck = {
  id: 'azure.names',
  cloud: 'azure',
  asks: 'Are names that are unique in Azure free or of this environment, and none kept after a deletion?',
  questions: ['resourcesOf', 'deletedAccounts', 'deletedVaults', 'nameFree'],
  run: async (ask, plan) => {
    const group = await ask.resourcesOf(plan.initialization.resourceGroupName);
    const [accounts, vaults] = await Promise.all([ask.deletedAccounts(), ask.deletedVaults()]);
    const outcomes = await Promise.all(
      uniqueNames(plan).map(async (one) => {
        if (group.kind === 'not-asked') return outcomeOf(at(names, one.name), group, () => []);
        if (group.kind === 'value' && group.value.includes(one.name.toLowerCase())) {
          return [passed(at(names, one.name), 'of this environment')];
        }
        return outcomesOf(ask, one, { openai: accounts, vault: vaults });
      }),
    );
    return outcomes.flat();
  },
};

interface UniqueName {
  readonly kind: NameKind;
  readonly name: string;
}

function uniqueNames({ initialization, deployment }: SettledAzurePlan): readonly UniqueName[] {
  return [
    ...(initialization.keyVault.existingId === undefined
      ? [{ kind: 'vault', name: initialization.keyVault.name } as const]
      : []),
    { kind: 'storage', name: initialization.storage.accountName },
    ...(initialization.containerRegistry.existingId === undefined
      ? [{ kind: 'registry', name: initialization.containerRegistry.name } as const]
      : []),
    { kind: 'hand-offs', name: initialization.handOffStore.storeName },
    ...(deployment.account === undefined ? [] : [{ kind: 'openai', name: deployment.account.name } as const]),
    ...Object.values(deployment.search).map(({ serviceName }) => ({ kind: 'search', name: serviceName }) as const),
  ];
}

/** A deleted name is told from a taken one: the remedy is another. */
async function outcomesOf(
  ask: AzureQuestions,
  { kind, name }: UniqueName,
  deleted: Readonly<Partial<Record<NameKind, Answer<readonly DeletedName[]>>>>,
): Promise<readonly Outcome[]> {
  const place = at(names, name);
  const kept = deleted[kind];
  const unknown = kept?.kind === 'not-asked' ? outcomeOf(place, kept, () => []) : [];
  const found =
    kept?.kind === 'value' ? kept.value.find((one) => one.name.toLowerCase() === name.toLowerCase()) : undefined;
  const finding = (got: string, fix: string): Outcome => ({
    kind: 'finding',
    ...place,
    cause: 'name-taken',
    got,
    expected: 'a name that is free',
    fix,
    next: noneKnown,
  });
  if (found !== undefined) {
    const until = found.until === undefined ? '' : `, the name is free again on ${found.until}`;
    return [finding(`deleted, and kept${until}`, purge(kind, found))];
  }
  const free = outcomeOf(place, await ask.nameFree(kind, name), (isFree) =>
    isFree
      ? passed(place, 'free')
      : finding('somebody has it', 'change the name of the platform or azure.namePrefix: the name is derived from it'),
  );
  return [...unknown, ...free];
}

function purge(kind: NameKind, { name, resourceGroup }: DeletedName): string {
  return kind === 'vault'
    ? `recover it: az keyvault recover --name ${name}; or purge it, where purge protection is off`
    : `az cognitiveservices account purge --name ${name} --resource-group ${resourceGroup ?? '<group>'} --location <location>`;
}
