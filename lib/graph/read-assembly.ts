import type { ParameterBindings } from './cloudformation/nested-stack';
import { parameterBindings, withLiterals } from './cloudformation/nested-stack';
import { asRecord, compareText } from './json';
import { allReferencesIn } from './references';
import type { PropertyValue, ResourceNode } from './resource-graph';
import { statefulTypes } from './stateful-types';

/** A template, and the templates of its nested stacks. */
export interface StackTemplate {
  readonly template: unknown;
  /** By the logical id of the nested stack. @default - there are none, or they are not known */
  readonly nested?: ReadonlyMap<string, StackTemplate>;
}

/** A synthesized stack: its template as parsed JSON and where it belongs. */
export interface SynthesizedStack extends StackTemplate {
  readonly environment: string;
  /** Stack id within its stage, for example `foundation`. */
  readonly stack: string;
}

/** A CloudFormation resource as far as the graph reads it. */
interface TemplateResource {
  readonly Type: string;
  readonly Properties?: { readonly [key: string]: PropertyValue };
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: unknown;
  readonly UpdateReplacePolicy?: unknown;
  readonly Metadata?: { readonly 'aws:cdk:path'?: string };
}

/** A stack or nested stack, with what its names stand for. */
interface OpenStack {
  readonly environment: string;
  readonly stack: string;
  readonly resources: Readonly<Record<string, TemplateResource>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Addresses that a parameter stands for. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  readonly nested: ReadonlyMap<string, OpenStack>;
}

/** What stacks publish for others of their environment: `<environment> <name>` to addresses. */
interface Published {
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  readonly exports: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads the templates of a cloud assembly into graph nodes, sorted. The nodes of a nested stack are in the stack
 * `<stack>/<logical id>`, with the parameters that have a literal value resolved.
 *
 * Edges within a stack are references and DependsOn. Edges into a nested stack are parameters, edges out of it are outputs.
 * Edges between stacks are exports and parameter paths: a stack that takes the SSM parameter another stack of the same
 * environment declares depends on that declaration.
 */
export function readAssembly(stacks: readonly SynthesizedStack[]): readonly ResourceNode[] {
  const parameters = publishedParameters(stacks);
  const open = stacks.map((stack) => openStack(stack, stack, consumedParameters(stack, parameters)));
  const all = open.flatMap(withNested);
  const published = { parameters, exports: publishedExports(all) };
  return all
    .flatMap((stack) => readStack(stack, published))
    .toSorted(
      (a, b) =>
        compareText(a.environment, b.environment) || compareText(a.stack, b.stack) || compareText(a.address, b.address),
    );
}

function openStack(
  { template, nested }: StackTemplate,
  { environment, stack }: Pick<SynthesizedStack, 'environment' | 'stack'>,
  parameters: OpenStack['parameters'],
): OpenStack {
  const resources = resourcesOf(template);
  const around = { environment, stack, resources, parameters };
  return {
    ...around,
    outputs: asRecord(asRecord(template)['Outputs']),
    nested: new Map(
      [...(nested ?? [])].map(([logicalId, inner]) => {
        const bindings = parameterBindings(inner.template, resources[logicalId]?.Properties?.['Parameters']);
        const filled = { ...inner, template: withLiterals(inner.template, bindings) };
        const place = { environment, stack: `${stack}/${logicalId}` };
        return [logicalId, openStack(filled, place, boundParameters(bindings, around))];
      }),
    ),
  };
}

/** What the parameters of a nested stack stand for, in the resources around it. */
function boundParameters(
  bindings: ParameterBindings,
  { stack, resources, parameters }: Pick<OpenStack, 'stack' | 'resources' | 'parameters'>,
): OpenStack['parameters'] {
  return new Map(
    [...bindings].map(([name, value]) => {
      const addresses = [...allReferencesIn(value).names].flatMap(
        (target) => parameters.get(target) ?? (Object.hasOwn(resources, target) ? [`${stack}/${target}`] : []),
      );
      return [name, addresses];
    }),
  );
}

function withNested(stack: OpenStack): readonly OpenStack[] {
  return [stack, ...[...stack.nested.values()].flatMap(withNested)];
}

function readStack(open: OpenStack, published: Published): ResourceNode[] {
  return Object.entries(open.resources).map(([logicalId, resource]) => {
    const address = `${open.stack}/${logicalId}`;
    const path = resource.Metadata?.['aws:cdk:path'];
    const retained = retains(resource.DeletionPolicy);
    const onReplace = retains(resource.UpdateReplacePolicy);
    return {
      environment: open.environment,
      cloud: 'aws',
      stack: open.stack,
      address,
      type: resource.Type,
      properties: resource.Properties ?? {},
      dependsOn: dependenciesOf(resource, address, open, published),
      stateful: statefulTypes.has(resource.Type),
      retained,
      // Without a policy of its own, a replaced resource is deleted whatever its DeletionPolicy says.
      ...(onReplace === retained ? {} : { retainedOnReplace: onReplace }),
      ...(path === undefined ? {} : { source: path }),
    };
  });
}

/** Addresses that a resource refers to or waits for, sorted, without its own. */
function dependenciesOf(
  { DependsOn: dependsOn = [], Properties: properties }: TemplateResource,
  address: string,
  open: OpenStack,
  published: Published,
): readonly string[] {
  const { names, outputs, imports } = allReferencesIn(properties);
  const found = new Set<string>();
  for (const name of typeof dependsOn === 'string' ? [dependsOn] : dependsOn) addAll(found, addressesOf(name, open));
  for (const name of names) addAll(found, addressesOf(name, open));
  for (const output of outputs) addAll(found, sourcesOf(output, open));
  for (const name of imports) addAll(found, published.exports.get(`${open.environment} ${name}`) ?? []);
  found.delete(address);
  return found.size === 0 ? independent : [...found].sort(compareText);
}

function addAll(found: Set<string>, addresses: readonly string[]): void {
  for (const address of addresses) found.add(address);
}

/** Most resources depend on nothing: they share one list. */
const independent: readonly string[] = [];

function retains(policy: unknown): boolean {
  return typeof policy === 'string' && policy.startsWith('Retain');
}

function addressesOf(name: string, { stack, resources, parameters }: OpenStack): readonly string[] {
  return parameters.get(name) ?? (Object.hasOwn(resources, name) ? [`${stack}/${name}`] : independent);
}

/** The resources that an output of a nested stack comes from: `Nested.Outputs.Name`. */
function sourcesOf(output: string, { nested }: OpenStack): readonly string[] {
  const [logicalId = '', , name = ''] = output.split('.');
  const inner = nested.get(logicalId);
  return inner === undefined ? [] : outputSources(inner.outputs[name], inner);
}

function outputSources(output: unknown, open: OpenStack): readonly string[] {
  const { names, outputs } = allReferencesIn(asRecord(output)['Value']);
  return [
    ...[...names].flatMap((name) => addressesOf(name, open)),
    ...[...outputs].flatMap((further) => sourcesOf(further, open)),
  ];
}

/** Names of exports, where they are literal, to the resources that their value comes from. */
function publishedExports(stacks: readonly OpenStack[]): Published['exports'] {
  const published = new Map<string, readonly string[]>();
  for (const open of stacks) {
    for (const output of Object.values(open.outputs)) {
      const { Name: name } = asRecord(asRecord(output)['Export']);
      if (typeof name === 'string') published.set(`${open.environment} ${name}`, outputSources(output, open));
    }
  }
  return published;
}

/** `<environment> <parameter path>` to the address of the resource that declares it. */
function publishedParameters(stacks: readonly SynthesizedStack[]): Published['parameters'] {
  const published = new Map<string, readonly string[]>();
  for (const stack of stacks) {
    const resources = resourcesOf(stack.template);
    for (const logicalId of Object.keys(resources)) {
      const resource = resources[logicalId];
      const name = resource?.Type === 'AWS::SSM::Parameter' ? resource.Properties?.['Name'] : undefined;
      if (typeof name === 'string') published.set(`${stack.environment} ${name}`, [`${stack.stack}/${logicalId}`]);
    }
  }
  return published;
}

/** Template parameter name to the addresses that publish its value. */
function consumedParameters(stack: SynthesizedStack, published: Published['parameters']): OpenStack['parameters'] {
  const consumed = new Map<string, readonly string[]>();
  const { Parameters: parameters } = asRecord(stack.template);
  for (const [name, declaration] of Object.entries(asRecord(parameters))) {
    const { Type: type, Default: path } = asRecord(declaration);
    if (typeof type !== 'string' || !type.startsWith('AWS::SSM::Parameter::Value<') || typeof path !== 'string')
      continue;
    const addresses = published.get(`${stack.environment} ${path}`);
    if (addresses !== undefined) consumed.set(name, addresses);
  }
  return consumed;
}

function resourcesOf(template: unknown): Readonly<Record<string, TemplateResource>> {
  const { Resources: resources } = asRecord(template);
  // A parser's boundary: the CDK or the caller's validator has checked the template's shape.
  return asRecord(resources) as Readonly<Record<string, TemplateResource>>;
}
