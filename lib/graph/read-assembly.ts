import { referencesIn } from './references';
import type { PropertyValue, ResourceNode } from './resource-graph';
import { statefulTypes } from './stateful-types';

/** A synthesized stack: its template as parsed JSON and where it belongs. */
export interface SynthesizedStack {
  readonly environment: string;
  /** Stack id within its stage, for example `foundation`. */
  readonly stack: string;
  readonly template: unknown;
}

/** A CloudFormation resource as far as the graph reads it. */
interface TemplateResource {
  readonly Type: string;
  readonly Properties?: { readonly [key: string]: PropertyValue };
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: unknown;
  readonly Metadata?: { readonly 'aws:cdk:path'?: string };
}

/**
 * Reads the templates of a cloud assembly into graph nodes, sorted.
 *
 * Edges within a stack are references and DependsOn. Edges between stacks are parameter paths: a stack that takes the
 * SSM parameter another stack of the same environment declares depends on that declaration.
 */
export function readAssembly(stacks: readonly SynthesizedStack[]): readonly ResourceNode[] {
  const published = publishedParameters(stacks);
  return stacks
    .flatMap((stack) => readStack(stack, published))
    .toSorted(
      (a, b) => compare(a.environment, b.environment) || compare(a.stack, b.stack) || compare(a.address, b.address),
    );
}

function readStack(stack: SynthesizedStack, published: ReadonlyMap<string, string>): ResourceNode[] {
  const resources = resourcesOf(stack.template);
  const parameters = consumedParameters(stack, published);
  return Object.entries(resources).map(([logicalId, resource]) => {
    const explicit = typeof resource.DependsOn === 'string' ? [resource.DependsOn] : (resource.DependsOn ?? []);
    const dependsOn = new Set<string>();
    for (const name of [...explicit, ...referencesIn(resource.Properties)]) {
      const crossing = parameters.get(name);
      if (crossing !== undefined) dependsOn.add(crossing);
      else if (Object.hasOwn(resources, name) && name !== logicalId) dependsOn.add(`${stack.stack}/${name}`);
    }
    const path = resource.Metadata?.['aws:cdk:path'];
    return {
      environment: stack.environment,
      cloud: 'aws',
      stack: stack.stack,
      address: `${stack.stack}/${logicalId}`,
      type: resource.Type,
      properties: resource.Properties ?? {},
      dependsOn: [...dependsOn].toSorted(compare),
      stateful: statefulTypes.has(resource.Type),
      retained: typeof resource.DeletionPolicy === 'string' && resource.DeletionPolicy.startsWith('Retain'),
      ...(path === undefined ? {} : { source: path }),
    };
  });
}

/** `<environment> <parameter path>` to the address of the resource that declares it. */
function publishedParameters(stacks: readonly SynthesizedStack[]): ReadonlyMap<string, string> {
  const published = new Map<string, string>();
  for (const stack of stacks) {
    for (const [logicalId, resource] of Object.entries(resourcesOf(stack.template))) {
      const name = resource.Type === 'AWS::SSM::Parameter' ? resource.Properties?.Name : undefined;
      if (typeof name === 'string') published.set(`${stack.environment} ${name}`, `${stack.stack}/${logicalId}`);
    }
  }
  return published;
}

/** Template parameter name to the address that publishes its value. */
function consumedParameters(
  stack: SynthesizedStack,
  published: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const consumed = new Map<string, string>();
  const { Parameters: parameters } = asRecord(stack.template);
  for (const [name, declaration] of Object.entries(asRecord(parameters))) {
    const { Type: type, Default: path } = asRecord(declaration);
    if (typeof type !== 'string' || !type.startsWith('AWS::SSM::Parameter::Value<') || typeof path !== 'string')
      continue;
    const address = published.get(`${stack.environment} ${path}`);
    if (address !== undefined) consumed.set(name, address);
  }
  return consumed;
}

function resourcesOf(template: unknown): Readonly<Record<string, TemplateResource>> {
  const { Resources: resources } = asRecord(template);
  // A parser's boundary: the CDK or the caller's validator has checked the template's shape.
  return asRecord(resources) as Readonly<Record<string, TemplateResource>>;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
