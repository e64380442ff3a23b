import { armTypeRows } from './arm-types';
import type { ArmValue } from './arm-value';
import { isListValue, isObjectValue } from './arm-value';

type ObjectValue = { readonly [key: string]: ArmValue };

/** A resource in the terms of Azure Resource Manager. */
export interface ArmResource {
  /** Provider with its types, such as `Microsoft.Storage/storageAccounts`. */
  readonly type: string;
  /** Segments of the name: of the parents, then its own. */
  readonly names: readonly ArmValue[];
  /** Everything else that the template says about it, such as `location`, `sku` and `properties`. */
  readonly body: ObjectValue;
}

interface Row {
  readonly token: string;
  readonly names: readonly string[];
  readonly body: string;
}

const rows: ReadonlyMap<string, Row> = new Map(
  armTypeRows.map((row) => {
    const [type = '', token = '', names = '', body = ''] = row.split(' ');
    return [type.toLowerCase(), { token: `azure-native:${token}`, names: names.split(','), body }];
  }),
);

/**
 * A resource of a template in the terms of azure-native: names as inputs, `properties` lifted to the top where azure-native
 * does that. A type without a row keeps the form of ARM, with its name in `name`.
 */
export function asAzureNative({ type, names, body }: ArmResource): {
  readonly type: string;
  readonly properties: ObjectValue;
} {
  const row = rows.get(type.toLowerCase());
  const { properties, ...rest } = body;
  const top = withIdentity(rest, row?.token);
  if (row === undefined) {
    const own = names.at(-1) ?? null;
    return { type, properties: { name: own, ...top, ...(properties === undefined ? {} : { properties }) } };
  }
  const named = row.names.flatMap((input, index) => (input === '-' ? [] : [[input, names[index] ?? null] as const]));
  const beside = renamedBeside[row.token] ?? {};
  const others = Object.fromEntries(Object.entries(top).map(([key, value]) => [beside[key] ?? key, value]));
  return { type: row.token, properties: { ...Object.fromEntries(named), ...others, ...bodyOf(row, properties) } };
}

/**
 * Properties that azure-native names otherwise than ARM, by token; the path within `properties`, without the indices of lists.
 * Source: the inputs of azure-native 3.28.0, with which bench/mutation/azure compares its templates.
 */
const renamed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'azure-native:applicationinsights:Component': {
    Application_Type: 'applicationType',
    DisableLocalAuth: 'disableLocalAuth',
    IngestionMode: 'ingestionMode',
    RetentionInDays: 'retentionInDays',
    WorkspaceResourceId: 'workspaceResourceId',
  },
  'azure-native:authorization:RoleDefinition': { type: 'roleType' },
  'azure-native:keyvault:Key': { 'attributes.exp': 'expires', 'attributes.nbf': 'notBefore' },
  'azure-native:keyvault:Secret': { 'attributes.exp': 'expires', 'attributes.nbf': 'notBefore' },
  'azure-native:monitor:MetricAlert': { 'criteria.odata.type': 'odataType' },
  'azure-native:storage:StorageAccount': {
    'encryption.identity': 'encryptionIdentity',
    'encryption.identity.federatedIdentityClientId': 'encryptionFederatedIdentityClientId',
    'encryption.identity.userAssignedIdentity': 'encryptionUserAssignedIdentity',
    'encryption.keyvaultproperties': 'keyVaultProperties',
    'encryption.keyvaultproperties.keyname': 'keyName',
    'encryption.keyvaultproperties.keyvaulturi': 'keyVaultUri',
    'encryption.keyvaultproperties.keyversion': 'keyVersion',
    networkAcls: 'networkRuleSet',
    'networkAcls.ipRules.value': 'iPAddressOrRange',
    supportsHttpsTrafficOnly: 'enableHttpsTrafficOnly',
  },
};

function withNames(value: ArmValue, token: string, path = ''): ArmValue {
  const names = renamed[token];
  if (names === undefined) return value;
  if (isListValue(value)) return value.map((item) => withNames(item, token, path));
  if (!isObjectValue(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const own = path === '' ? key : `${path}.${key}`;
      return [names[own] ?? key, withNames(item, token, own)];
    }),
  );
}

/** Keys beside `properties` that azure-native names otherwise than ARM. */
const renamedBeside: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'azure-native:monitor:DiagnosticSetting': { scope: 'resourceUri' },
};

function bodyOf({ token, body }: Row, properties: ArmValue | undefined): ObjectValue {
  if (properties === undefined) return {};
  const named = withNames(properties, token);
  if (body !== '' || !isObjectValue(named)) return { [body === '' ? 'properties' : body]: named };
  return isNetwork(token) ? lifted(named) : named;
}

function isNetwork(token: string): boolean {
  return token.startsWith('azure-native:network:');
}

/** Network resources hold others, whose `properties` azure-native lifts too: subnets, rules, connections. */
function lifted(value: ObjectValue): ObjectValue {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, liftedItem(item)]));
}

function liftedItem(value: ArmValue): ArmValue {
  if (isListValue(value)) return value.map(liftedItem);
  if (!isObjectValue(value)) return value;
  const { properties, ...rest } = value;
  return properties !== undefined && isObjectValue(properties)
    ? { ...lifted(rest), ...lifted(properties) }
    : lifted(value);
}

/** Classes that take the identities as ARM does. */
const identityMaps: ReadonlySet<string> = new Set([
  'azure-native:containerregistry:Registry',
  'azure-native:dbforpostgresql:Server',
]);

/** azure-native takes the identities as a list of ids, ARM as the keys of an object. */
function withIdentity(body: ObjectValue, token = ''): ObjectValue {
  if (identityMaps.has(token)) return body;
  const { identity } = body;
  if (identity === undefined || !isObjectValue(identity)) return body;
  const { userAssignedIdentities: assigned } = identity;
  if (assigned === undefined || !isObjectValue(assigned)) return body;
  return { ...body, identity: { ...identity, userAssignedIdentities: Object.keys(assigned).toSorted() } };
}

const bodies: ReadonlyMap<string, string> = new Map([...rows.values()].map(({ token, body }) => [token, body]));

/** The azure-native type of an ARM type; undefined for one without a row. */
export function azureNativeType(armType: string): string | undefined {
  return rows.get(armType.toLowerCase())?.token;
}

/** A path within an ARM resource, such as `properties.sku`, as one of the node. @param type type of the node */
export function azureNativePath(path: string, type: string): string {
  const body = bodies.get(type);
  if (body === undefined || !path.startsWith('properties.')) return path;
  const steps = withNamedSteps(path.split('.').slice(1), type);
  if (body !== '') return [body, ...steps].join('.');
  return (isNetwork(type) ? steps.filter((step, index) => index === 0 || step !== 'properties') : steps).join('.');
}

function withNamedSteps(steps: readonly string[], type: string): readonly string[] {
  const names = renamed[type];
  if (names === undefined) return steps;
  let own = '';
  return steps.map((step) => {
    if (step === '*' || /^\d+$/.test(step)) return step;
    own = own === '' ? step : `${own}.${step}`;
    return names[own] ?? step;
  });
}
