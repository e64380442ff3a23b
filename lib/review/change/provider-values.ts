import type { PropertyValue } from '../../graph';
import type { NoiseReason } from './change';

/** A value that a provider fills in where a declaration leaves it out: with and without it, the resource is the same. */
export interface FilledValue {
  readonly type: string;
  /** Name at the top of the resource. */
  readonly property: string;
  readonly value: string | number | boolean;
}

const filled =
  (type: string) =>
  (property: string, value: FilledValue['value']): FilledValue => ({ type, property, value });

const search = filled('azure-native:search:Service');
const registry = filled('azure-native:containerregistry:Registry');
const gateway = filled('azure-native:apimanagement:ApiManagementService');
const key = filled('AWS::KMS::Key');
const logs = filled('AWS::Logs::LogGroup');

/**
 * What azure-native fills in. Values that open a resource, such as `publicNetworkAccess` and `disableLocalAuth`, are left out: a
 * reviewer has to see them.
 *
 * Source: the constructors of @pulumi/azure-native 3.28.0, read 2026-12-01; a test compares every row.
 */
export const azureFilled: readonly FilledValue[] = [
  search('hostingMode', 'Default'),
  search('partitionCount', 1),
  search('replicaCount', 1),
  registry('networkRuleBypassOptions', 'AzureServices'),
  registry('zoneRedundancy', 'Disabled'),
  gateway('developerPortalStatus', 'Enabled'),
  gateway('disableGateway', false),
  gateway('enableClientCertificate', false),
  gateway('legacyPortalStatus', 'Enabled'),
  gateway('natGatewayState', 'Disabled'),
  gateway('restore', false),
  gateway('virtualNetworkType', 'None'),
  filled('azure-native:apimanagement:ApiPolicy')('format', 'xml'),
  filled('azure-native:apimanagement:ApiOperationPolicy')('format', 'xml'),
  filled('azure-native:apimanagement:Policy')('format', 'xml'),
  filled('azure-native:apimanagement:ProductPolicy')('format', 'xml'),
  filled('azure-native:appconfiguration:ConfigurationStore')('enablePurgeProtection', false),
  filled('azure-native:appconfiguration:ConfigurationStore')('softDeleteRetentionInDays', 7),
  filled('azure-native:authorization:PolicyAssignment')('enforcementMode', 'Default'),
  filled('azure-native:monitor:ActionGroup')('enabled', true),
  filled('azure-native:monitor:ActivityLogAlert')('enabled', true),
];

/**
 * What CloudFormation fills in. Source: `default` in the schemas of the registry, @aws-cdk/aws-service-spec, read 2026-12-01; a
 * test compares every row.
 */
export const awsFilled: readonly FilledValue[] = [
  key('KeySpec', 'SYMMETRIC_DEFAULT'),
  key('KeyUsage', 'ENCRYPT_DECRYPT'),
  key('MultiRegion', false),
  key('Origin', 'AWS_KMS'),
  key('RotationPeriodInDays', 365),
  logs('DeletionProtectionEnabled', false),
  logs('LogGroupClass', 'STANDARD'),
  filled('AWS::IAM::ManagedPolicy')('Path', '/'),
  filled('AWS::IAM::Role')('Path', '/'),
  filled('AWS::Bedrock::Agent')('AutoPrepare', false),
  filled('AWS::Bedrock::Agent')('SkipResourceInUseCheckOnDelete', false),
  filled('AWS::BedrockAgentCore::Policy')('EnforcementMode', 'ACTIVE'),
  filled('AWS::EKS::Nodegroup')('ForceUpdateEnabled', false),
  filled('AWS::RDS::DBCluster')('BackupRetentionPeriod', 1),
];

const rows: ReadonlyMap<string, FilledValue['value']> = new Map(
  [...azureFilled, ...awsFilled].map(({ type, property, value }) => [`${type} ${property}`, value]),
);

/**
 * Why a changed value says nothing: a provider fills it in, or spells it in another way. Azure Resource Manager takes and answers
 * ids without regard to case, and locations with and without spaces.
 *
 * Source: the id formats of the ARM REST reference (learn.microsoft.com/rest/api), read 2026-11, as in lib/local/pulumi/arm.
 *
 * @param path dotted, without positions
 */
export function providerNoise(
  type: string,
  path: string,
  ...[before, after]: readonly [PropertyValue | undefined, PropertyValue | undefined]
): NoiseReason | undefined {
  if (before === undefined || after === undefined) {
    const value = rows.get(`${type} ${path}`);
    const present = before ?? after;
    return value !== undefined && present !== undefined && textOf(present) === textOf(value) ? 'filled' : undefined;
  }
  if (typeof before !== 'string' || typeof after !== 'string' || !type.startsWith('azure-native:')) return undefined;
  if (path === 'location' && withoutSpaces(before) === withoutSpaces(after)) return 'spelling';
  const isId = /^\/subscriptions\//i.test(before);
  return isId && before.toLowerCase() === after.toLowerCase() ? 'spelling' : undefined;
}

function withoutSpaces(text: string): string {
  return text.toLowerCase().replaceAll(' ', '');
}

/** A template may write a number or truth value as a text; enumerations of Azure are compared without case. */
function textOf(value: PropertyValue): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).toLowerCase();
}
