import { nameParameter } from '../arm/arm-id';
import { unknownMarker } from '../property-value';
import type { ArmCheck } from './check';

interface NameRule {
  readonly pattern: RegExp;
  readonly rule: string;
}

/**
 * Names that ARM refuses. Source: learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules,
 * read 2026-11.
 */
const rules: Readonly<Record<string, NameRule>> = {
  'azure-native:apimanagement:ApiManagementService': {
    pattern: /^[a-zA-Z][a-zA-Z0-9-]{0,48}[a-zA-Z0-9]$|^[a-zA-Z]$/,
    rule: '1 to 50 letters, digits and hyphens, starting with a letter and not ending with a hyphen',
  },
  'azure-native:appconfiguration:ConfigurationStore': {
    pattern: /^[a-zA-Z0-9][a-zA-Z0-9-]{3,48}[a-zA-Z0-9]$/,
    rule: '5 to 50 letters, digits and hyphens, no hyphen at either end',
  },
  'azure-native:cognitiveservices:Account': {
    pattern: /^[a-zA-Z0-9][a-zA-Z0-9-]{0,62}[a-zA-Z0-9]$/,
    rule: '2 to 64 letters, digits and hyphens, no hyphen at either end',
  },
  'azure-native:containerregistry:Registry': { pattern: /^[a-zA-Z0-9]{5,50}$/, rule: '5 to 50 letters and digits' },
  'azure-native:containerservice:AgentPool': {
    pattern: /^[a-z][a-z0-9]{0,11}$/,
    rule: '1 to 12 lower-case letters and digits, starting with a letter (6 on Windows)',
  },
  'azure-native:dbforpostgresql:Server': {
    pattern: /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
    rule: '3 to 63 lower-case letters, digits and hyphens, no hyphen at either end',
  },
  'azure-native:keyvault:Vault': {
    pattern: /^(?!.*--)[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$/,
    rule: '3 to 24 letters, digits and single hyphens, starting with a letter and not ending with a hyphen',
  },
  'azure-native:machinelearningservices:OnlineEndpoint': {
    pattern: /^[a-zA-Z][a-zA-Z0-9-]{1,30}[a-zA-Z0-9]$/,
    rule: '3 to 32 letters, digits and hyphens, starting with a letter and not ending with a hyphen',
  },
  'azure-native:machinelearningservices:Workspace': {
    pattern: /^[a-zA-Z0-9][a-zA-Z0-9_-]{2,32}$/,
    rule: '3 to 33 letters, digits, hyphens and underscores, starting with a letter or digit',
  },
  'azure-native:operationalinsights:Workspace': {
    pattern: /^[a-zA-Z0-9][a-zA-Z0-9-]{2,61}[a-zA-Z0-9]$/,
    rule: '4 to 63 letters, digits and hyphens, no hyphen at either end',
  },
  'azure-native:resources:ResourceGroup': {
    pattern: /^[\p{L}\p{N}_().-]{0,89}[\p{L}\p{N}_()-]$/u,
    rule: '1 to 90 letters, digits, underscores, parentheses, hyphens and periods, not ending with a period',
  },
  'azure-native:search:Service': {
    pattern: /^(?!.*--)[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])$/,
    rule: '2 to 60 lower-case letters, digits and single hyphens, no hyphen at either end',
  },
  'azure-native:storage:BlobContainer': {
    pattern: /^(\$root|\$web|(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9])$/,
    rule: '3 to 63 lower-case letters, digits and single hyphens, no hyphen at either end',
  },
  'azure-native:storage:StorageAccount': { pattern: /^[a-z0-9]{3,24}$/, rule: '3 to 24 lower-case letters and digits' },
};

/** Refuses names whose length or characters the service does not accept. */
export const nameRules: ArmCheck = (context) => {
  const rule = rules[context.type];
  const parameter = nameParameter(context.template);
  const name = parameter === undefined ? undefined : context.inputs[parameter];
  if (rule === undefined || parameter === undefined || typeof name !== 'string' || name === unknownMarker) return [];
  if (rule.pattern.test(name)) return [];
  return [
    {
      code: 'InvalidResourceName',
      urn: context.urn,
      path: parameter,
      message: `${parameter} ${name} is not a name that Azure accepts`,
      got: `${name} (${name.length} characters)`,
      expected: rule.rule,
      fix: `change ${parameter}`,
    },
  ];
};
