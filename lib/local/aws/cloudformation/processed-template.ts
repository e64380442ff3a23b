import type { Json, JsonObject } from '../../../constraints/json';
import { isObject, own } from '../../../constraints/json';
import type { Cloud } from '../state/cloud';
import { earlyScope } from './early-scope';
import { resolve } from './intrinsics';
import type { Stack } from './stack';
import type { Template } from './template';
import { parseTemplate } from './template';

/**
 * The template of a stack after its transforms: loops are run and policies have their values. A template without transform is
 * the text that was given. Functions such as Fn::Length stay; the service writes their values.
 */
export function processedText(stack: Stack, cloud: Cloud): string {
  const { deployment } = stack;
  if (deployment === undefined) return '';
  const template = parseTemplate(deployment.templateText, (document) => {
    const scope = earlyScope(stack, cloud, document, deployment);
    return (value) => resolve(value, scope, '/Transform');
  });
  return template.languageExtensions ? JSON.stringify(withPolicies(template)) : deployment.templateText;
}

function withPolicies({ document, resources }: Template): JsonObject {
  const processed = [...resources.values()].map(({ logicalId, deletionPolicy, updateReplacePolicy }) => {
    const declared = own(own(document, 'Resources'), logicalId) ?? {};
    const resource = isObject(declared) ? declared : {};
    const values: Readonly<Record<string, Json>> = {
      DeletionPolicy: deletionPolicy,
      UpdateReplacePolicy: updateReplacePolicy,
    };
    const entries = Object.entries(resource).map(([key, value]): [string, Json] => [key, own(values, key) ?? value]);
    return [logicalId, Object.fromEntries(entries)] as const;
  });
  return { ...document, Resources: Object.fromEntries(processed) };
}
