/**
 * Modules of azure-native whose resource types the local engine knows. To add one, add its name here and run
 * `npx tsx lib/local/pulumi/schema/generate.ts`.
 */
export const modules = [
  'apimanagement',
  'appconfiguration',
  'applicationinsights',
  'authorization',
  'cognitiveservices',
  'consumption',
  'containerregistry',
  'containerservice',
  'dbforpostgresql',
  'keyvault',
  'machinelearningservices',
  'managedidentity',
  'monitor',
  'network',
  'operationalinsights',
  'privatedns',
  'resources',
  'search',
  'storage',
] as const;
