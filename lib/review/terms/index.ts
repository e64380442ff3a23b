import type { ResourceNode } from '../../graph';
import { cloudFormationType } from '../../graph/terraform/to-cloudformation';
import type { ChangedResource } from '../concern/concern';
import { awsRows, awsTokens } from './aws-rows';
import { anyAzurerm, azurermRows } from './azurerm-rows';
import type { Reshaped, TermsRow } from './reshape';
import { reshape } from './reshape';

/** A resource in the terms that concerns are written in, and the way back to its own. */
export interface ReviewTerms {
  readonly node: ResourceNode;
  /** A path of the node as one of the resource itself. */
  readonly pathOf: (path: string) => string;
}

/**
 * A resource in the terms of CloudFormation or azure-native, whichever tool declares it: resources of the providers `aws` and
 * `azurerm` of Terraform, and of `aws`, `aws-native` and versioned `azure-native` of Pulumi. Every other resource stays as it is.
 * What a row does not know keeps its meaning by name alone.
 */
export function inReviewTerms(node: ResourceNode): ReviewTerms {
  const { type, properties } = node;
  if (type.startsWith('aws_')) return reshaped(node, own(awsRows, type) ?? {}, reshapeAws);
  if (type.startsWith('azurerm_')) return reshaped(node, own(azurermRows, type) ?? anyAzurerm, reshapeAzure);
  if (type.startsWith('aws:')) return reshaped(node, awsTokens.get(type) ?? {}, reshapeAws);
  if (type.startsWith('aws-native:')) return reshaped(node, { type: nativeType(type), documents }, reshapeAws);
  const plain = type.replace(/^(azure-native:\w+)\/v\w+:/, '$1:');
  return { node: plain === type ? node : { ...node, type: plain, properties }, pathOf: (path) => path };
}

/** A change of a resource in the same terms. */
export function changedInReviewTerms(changed: ChangedResource): ChangedResource & Pick<ReviewTerms, 'pathOf'> {
  const { change, before, after } = changed;
  const [former, current] = [before, after].map((node) => (node === undefined ? undefined : inReviewTerms(node)));
  const known = current ?? former;
  if (known === undefined) return { ...changed, pathOf: (path) => path };
  return {
    change: known.node.type === change.type ? change : { ...change, type: known.node.type },
    ...(former === undefined ? {} : { before: former.node }),
    ...(current === undefined ? {} : { after: current.node }),
    // A property that is gone has a path on the former side alone.
    pathOf: (path) => {
      const found = current?.pathOf(path) ?? path;
      return found === path ? (former?.pathOf(path) ?? path) : found;
    },
  };
}

type Reshape = (properties: ResourceNode['properties'], row: TermsRow) => Reshaped;

const reshapeAws: Reshape = (properties, row) => reshape(properties, row, 'upper');
const reshapeAzure: Reshape = (properties, row) => reshape(properties, row, 'lower');

function reshaped(node: ResourceNode, row: TermsRow, by: Reshape): ReviewTerms {
  const { properties, paths } = by(node.properties, row);
  return { node: { ...node, type: row.type ?? node.type, properties }, pathOf: (path) => back(paths, path) };
}

/** The way back of a path, or of the longest beginning of it that has one. */
function back(paths: ReadonlyMap<string, string>, path: string): string {
  const steps = path.split('.');
  for (let length = steps.length; length > 0; length -= 1) {
    const found = paths.get(steps.slice(0, length).join('.'));
    if (found !== undefined) return [found, ...steps.slice(length)].join('.');
  }
  return path;
}

/** Properties of aws-native that hold documents, whose keys are the user's. */
const documents: readonly string[] = [
  'assume_role_policy_document',
  'key_policy',
  'policy_document',
  'repository_policy_text',
  'resource_policy',
];

/** `aws-native:bedrock:Guardrail` as `AWS::Bedrock::Guardrail`: the names are those of the provider awscc. */
function nativeType(token: string): string {
  const [, service = '', resource = ''] = token.split(':');
  const name = resource.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
  return cloudFormationType(`awscc_${service}_${name}`)?.type ?? token;
}

function own<T>(rows: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(rows, key) ? rows[key] : undefined;
}
