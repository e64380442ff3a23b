import type { Cloud } from '../resource-graph';

const clouds: ReadonlyMap<string, Cloud> = new Map([
  ['aws', 'aws'],
  ['aws-native', 'aws'],
  ['awsx', 'aws'],
  ['azure', 'azure'],
  ['azure-native', 'azure'],
  ['kubernetes', 'kubernetes'],
]);

/** Cloud of a type token of Pulumi, from the package that it begins with. Every other package is `other`. */
export function cloudOfType(token: string): Cloud {
  return clouds.get(token.slice(0, token.indexOf(':'))) ?? 'other';
}
