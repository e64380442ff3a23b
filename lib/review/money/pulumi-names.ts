import type { PropertyValue, ResourceNode } from '../../graph';
import { isList, isMap } from '../policy';

/** Modules of Pulumi whose names in Terraform are not `<module>_<name>`. */
const otherNames: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^aws_bedrock_agentcore_/, 'aws_bedrockagentcore_'],
  [/^aws_bedrock_agent_/, 'aws_bedrockagent_'],
  [/^aws_opensearch_serverless_/, 'aws_opensearchserverless_'],
  [/^aws_ec2_instance$/, 'aws_instance'],
];

/** Whether a type is of a provider of Pulumi that is made from another schema. */
export function isPulumiName(type: string): boolean {
  return /^(aws|azure|aws-native):/.test(type);
}

/**
 * A resource of a provider of Pulumi that is made from another schema, in the terms of that schema: the classic providers in
 * those of Terraform, aws-native in those of CloudFormation. Any other resource is returned as it is.
 */
export function billedAs(node: ResourceNode, types: Iterable<string>): ResourceNode {
  const { type, properties } = node;
  const classic = /^(aws|azure):([\w-]+)\/\w+:(\w+)$/.exec(type);
  if (classic !== null) {
    const [, cloud = '', module = '', name = ''] = classic;
    const plain = `${cloud === 'azure' ? 'azurerm' : 'aws'}_${snake(module)}_${snake(name)}`;
    const known = otherNames.find(([pattern]) => pattern.test(plain));
    return {
      ...node,
      type: known === undefined ? plain : plain.replace(...known),
      properties: renamed(properties, snake),
    };
  }
  const native = /^aws-native:(\w+):(\w+)$/.exec(type);
  if (native === null) return node;
  const wanted = `aws::${native[1] ?? ''}::${native[2] ?? ''}`.toLowerCase();
  const found = [...types].find((one) => one.toLowerCase() === wanted);
  return found === undefined ? node : { ...node, type: found, properties: renamed(properties, pascal) };
}

function renamed(properties: ResourceNode['properties'], name: (key: string) => string): ResourceNode['properties'] {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [name(key), renamedValue(value, name)]));
}

function renamedValue(value: PropertyValue, name: (key: string) => string): PropertyValue {
  if (isList(value)) return value.map((item) => renamedValue(item, name));
  return isMap(value) ? renamed(value, name) : value;
}

function snake(text: string): string {
  return text.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
}

function pascal(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
