import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readAssembly } from '../../lib/graph';
import type { PropertyValue, ResourceGraph } from '../../lib/graph';
import { failure, success } from '../../lib/spec';
import type { Result } from '../../lib/spec';

const propertyValue: z.ZodType<PropertyValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(propertyValue), z.record(z.string(), propertyValue)]),
);

const graphNode = z.object({
  environment: z.string(),
  cloud: z.enum(['aws', 'azure']),
  stack: z.string(),
  address: z.string(),
  type: z.string(),
  properties: z.record(z.string(), propertyValue),
  dependsOn: z.array(z.string()),
  stateful: z.boolean(),
  retained: z.boolean(),
});

const template = z.object({ Resources: z.record(z.string(), z.object({ Type: z.string() })) });

/** Reads a graph written by `llmops graph`, or a CloudFormation template in JSON or YAML. */
export function readGraphFile(file: string): Result<ResourceGraph> {
  if (!existsSync(file)) return refuse(file, 'file not found');
  let content: unknown;
  try {
    // JSON is YAML; CloudFormation's short tags are read as their long forms would be, without a meaning of their own.
    content = parse(readFileSync(file, 'utf8'), { logLevel: 'silent' });
  } catch (error) {
    return refuse(
      file,
      `not JSON or YAML: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`,
    );
  }
  const graph = z.array(graphNode).safeParse(content);
  if (graph.success) return success(graph.data);
  if (!template.safeParse(content).success)
    return refuse(file, 'neither a resource graph nor a CloudFormation template');
  const stack = basename(file).replace(/(\.template)?\.(json|ya?ml)$/, '');
  return success(readAssembly([{ environment: 'file', stack, template: content }]));
}

function refuse(file: string, message: string): Result<never> {
  return failure([
    {
      code: 'GraphUnreadable',
      path: file,
      message,
      expected: 'a file written by `llmops graph --out`, or a CloudFormation template with Resources',
    },
  ]);
}
