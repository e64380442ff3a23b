import type { z } from 'zod';
import type { Answer, AzureQuestions, NameKind } from '../../preflight';
import { answered } from '../no-answer';
import type { Arm } from './arm';
import type { ArmOperation, ArmOperationName } from './operations';
import { armOperations } from './operations';
import { shapes } from './shapes';

/** Calls that each question makes. */
export const azureQuestionOperations: Readonly<Record<keyof AzureQuestions, readonly ArmOperationName[]>> = {
  subscription: ['subscription'],
  registration: ['registration'],
  permissions: ['permissions'],
  modelUsages: ['modelUsages'],
  machineUsages: ['machineUsages'],
  models: ['models'],
  modelCapacity: ['modelCapacities'],
  accountSkus: ['accountSkus'],
  machineSkus: ['machineSkus'],
  deletedAccounts: ['deletedAccounts'],
  deletedVaults: ['deletedVaults'],
  nameFree: ['domainFree', 'vaultFree', 'storageFree', 'registryFree', 'searchFree', 'storeFree'],
  resourcesOf: ['resources'],
  zones: ['zones', 'zoneLinks'],
  networks: ['networks'],
  policies: ['policyAssignments', 'policyExemptions', 'policyDefinition'],
  failedWrites: ['activity'],
};

/** The subscription and location that are asked about. */
export interface AzurePlace {
  readonly subscription: string;
  readonly location: string;
  /** ISO time from which failed writes are of interest. */
  readonly since: string;
}

interface More {
  readonly fill?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** Calls an operation and reads its answer by a shape. */
type Ask = <T extends z.ZodType>(name: ArmOperationName, shape: T, more?: More) => Promise<z.output<T>>;

/** Asks an Azure subscription. A question that several checks have is asked once. */
export function azureQuestions(arm: Arm, place: AzurePlace): AzureQuestions {
  const ask: Ask = async (name, shape, { fill = {}, query = {}, body } = {}) => {
    const operation: ArmOperation = armOperations[name];
    const values: Readonly<Record<string, string>> = { ...place, ...fill };
    const path = operation.path.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
    return shape.parse(await arm({ operation, path, query, ...(body === undefined ? {} : { body }) }));
  };
  return {
    ...subscriptionQuestions(ask),
    ...capacityQuestions(ask, place),
    ...nameQuestions(ask),
    ...networkQuestions(ask, place),
  };
}

function permissions(question: keyof AzureQuestions): readonly string[] {
  return azureQuestionOperations[question].map((name) => armOperations[name].permission);
}

function subscriptionQuestions(ask: Ask) {
  return {
    subscription: () =>
      answered(
        async () => {
          const { subscriptionId, tenantId, state } = await ask('subscription', shapes.subscription);
          return { id: subscriptionId, tenant: tenantId, state };
        },
        permissions('subscription'),
        [404],
      ),
    registration: (namespace: string) =>
      answered(
        async () => (await ask('registration', shapes.registration, { fill: { namespace } })).registrationState,
        permissions('registration'),
        [404],
      ),
    permissions: () =>
      answered(async () => (await ask('permissions', shapes.permissions)).value, permissions('permissions')),
    policies: () =>
      answered(async () => {
        const { value: assignments } = await ask('policyAssignments', shapes.assignments);
        const ids = [...new Set(assignments.map(({ properties }) => properties.policyDefinitionId))];
        const definitions = ids
          .filter((id) => /policyDefinitions\//i.test(id))
          .map((definition) => ask('policyDefinition', shapes.definition, { fill: { definition } }));
        const { value: exemptions } = await ask('policyExemptions', shapes.exemptions);
        return [...assignments, ...exemptions, ...(await Promise.all(definitions))];
      }, permissions('policies')),
  };
}

function capacityQuestions(ask: Ask, { location }: AzurePlace) {
  const usages = (name: 'modelUsages' | 'machineUsages') =>
    answered(async () => {
      const { value } = await ask(name, shapes.usages);
      return value
        .filter(({ type }) => type === undefined || /\/vmFamily\/|\/(dedicated|total)Cores\//i.test(type))
        .map(({ name: { value: quota }, currentValue, limit }) => ({ name: quota, used: currentValue, limit }));
    }, permissions(name));
  const skus = (name: 'accountSkus' | 'machineSkus', query: Readonly<Record<string, string>> = {}) =>
    answered(async () => {
      const { value } = await ask(name, shapes.skus, { query });
      return value.map(({ name: sku, kind, locations, restrictions }) => ({
        name: sku,
        ...(kind === undefined ? {} : { kind }),
        locations,
        restrictedIn: Object.fromEntries(
          restrictions
            .filter(({ type }) => type === undefined || type === 'Location')
            .flatMap(({ values, reasonCode }) => values.map((one) => [one, reasonCode] as const)),
        ),
      }));
    }, permissions(name));
  return {
    modelUsages: () => usages('modelUsages'),
    machineUsages: () => usages('machineUsages'),
    models: () =>
      answered(async () => {
        const { value } = await ask('models', shapes.models);
        return value
          .filter(({ kind }) => kind === undefined || kind === 'OpenAI')
          .map(({ model: { name, version, deprecation, skus: offered } }) => ({
            name,
            version,
            ...(deprecation?.inference === undefined ? {} : { ends: deprecation.inference }),
            skus: offered.map((sku) => sku.name),
          }));
      }, permissions('models')),
    modelCapacity: (name: string, version: string) =>
      answered(async () => {
        const query = { modelFormat: 'OpenAI', modelName: name, modelVersion: version };
        const { value } = await ask('modelCapacities', shapes.capacities, { query });
        return value.map((one) => ({
          location: one.location,
          sku: one.properties.skuName,
          available: one.properties.availableCapacity,
        }));
      }, permissions('modelCapacity')),
    accountSkus: () => skus('accountSkus'),
    machineSkus: () => skus('machineSkus', { $filter: `location eq '${location}'` }),
  };
}

const freeNames: Readonly<Record<NameKind, readonly [operation: ArmOperationName, type: string]>> = {
  openai: ['domainFree', 'Microsoft.CognitiveServices/accounts'],
  vault: ['vaultFree', 'Microsoft.KeyVault/vaults'],
  storage: ['storageFree', 'Microsoft.Storage/storageAccounts'],
  registry: ['registryFree', 'Microsoft.ContainerRegistry/registries'],
  search: ['searchFree', 'searchServices'],
  'hand-offs': ['storeFree', 'Microsoft.AppConfiguration/configurationStores'],
};

function nameQuestions(ask: Ask) {
  const deleted = (name: 'deletedAccounts' | 'deletedVaults') =>
    answered(async () => {
      const { value } = await ask(name, shapes.deleted);
      return value.map(({ id, name: kept, properties }) => {
        const resourceGroup = /\/resourceGroups\/([^/]+)\//i.exec(id)?.[1];
        const until = properties?.scheduledPurgeDate;
        return {
          name: kept,
          ...(resourceGroup === undefined ? {} : { resourceGroup }),
          ...(until === undefined ? {} : { until }),
        };
      });
    }, permissions(name));
  return {
    deletedAccounts: () => deleted('deletedAccounts'),
    deletedVaults: () => deleted('deletedVaults'),
    nameFree: (kind: NameKind, name: string): Promise<Answer<boolean>> => {
      const [operation, type] = freeNames[kind];
      const asked = [armOperations[operation].permission];
      return kind === 'openai'
        ? answered(
            async () =>
              (await ask(operation, shapes.domain, { body: { subdomainName: name, type } })).isSubdomainAvailable,
            asked,
          )
        : answered(async () => (await ask(operation, shapes.name, { body: { name, type } })).nameAvailable, asked);
    },
    resourcesOf: (group: string) =>
      answered(
        async () => (await ask('resources', shapes.resources, { fill: { group } })).value.map(({ name }) => leaf(name)),
        permissions('resourcesOf'),
        [404],
      ),
  };
}

function networkQuestions(ask: Ask, { since }: AzurePlace) {
  return {
    zones: () =>
      answered(async () => {
        const { value } = await ask('zones', shapes.zones);
        return Promise.all(
          value.map(async ({ id, name }) => {
            const links = await ask('zoneLinks', shapes.zoneLinks, { fill: { zone: id } });
            return { id, name, networks: links.value.flatMap(({ properties }) => properties.virtualNetwork?.id ?? []) };
          }),
        );
      }, permissions('zones')),
    networks: () =>
      answered(async () => {
        const { value } = await ask('networks', shapes.networks);
        return value.map(({ id, name, properties }) => ({
          id,
          name,
          resourceGroup: /\/resourceGroups\/([^/]+)\//i.exec(id)?.[1] ?? '',
          ranges: properties.addressSpace.addressPrefixes,
        }));
      }, permissions('networks')),
    failedWrites: (group: string) =>
      answered(async () => {
        const $filter = `eventTimestamp ge '${since}' and resourceGroupName eq '${group}'`;
        const { value } = await ask('activity', shapes.activity, { query: { $filter } });
        return value
          .filter(({ status }) => status.value === 'Failed')
          .map(({ operationName, resourceId, properties }) => ({
            operation: operationName.value,
            resource: leaf(resourceId),
            code: /"code"\s*:\s*"([^"]+)"/.exec(properties?.statusMessage ?? '')?.[1] ?? properties?.statusCode ?? '',
          }));
      }, permissions('failedWrites')),
  };
}

function leaf(id: string): string {
  return (id.split('/').at(-1) ?? id).toLowerCase();
}
