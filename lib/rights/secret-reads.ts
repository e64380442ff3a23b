import type { Json } from '../constraints/json';
import { isList, isObject } from '../constraints/json';
import type { RightsTarget, StackResource } from './stack-template';

const reference = /\{\{resolve:secretsmanager:(arn:[\w-]+:secretsmanager:[\w-]+:\d+:secret:[^:{}]+|[^:{}]+)/g;

/**
 * The secrets whose values CloudFormation reads for a resource: those of its dynamic references.
 *
 * Source: CloudFormation User Guide, "Get a secret or secret value from Secrets Manager" (read 2026-12-01): whoever deploys must be
 * allowed `secretsmanager:GetSecretValue` on the secret. A secret under a key of a customer needs `kms:Decrypt` on it too; which key
 * that is stands in no template.
 *
 * @returns ARN patterns, each once
 */
export function secretsRead({ properties }: StackResource, target: RightsTarget): readonly string[] {
  return [...new Set([...namesIn(properties)].map((name) => arnOf(name, target)))].sort();
}

/** Secrets Manager adds a hyphen and six characters to a name. */
function arnOf(name: string, { partition, region, account }: RightsTarget): string {
  return name.startsWith('arn:') ? name : `arn:${partition}:secretsmanager:${region}:${account}:secret:${name}-??????`;
}

function* namesIn(value: Json): Generator<string> {
  if (typeof value === 'string') for (const [, name = ''] of value.matchAll(reference)) yield name;
  else if (isList(value)) for (const element of value) yield* namesIn(element);
  else if (isObject(value)) for (const element of Object.values(value)) yield* namesIn(element);
}
