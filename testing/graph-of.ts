import type { PropertyValue, ResourceGraph, SynthesizedStack } from '../lib/graph';
import { readAssembly, readRecording } from '../lib/graph';
import { CodedError } from '../lib/messages';
import type * as recorder from '../lib/recorder/record';

/** A CDK `App` or `Stage`, as far as it is read here: the entry does not load the CDK. */
export interface SynthesizableApp {
  synth(): { readonly stacksRecursively: readonly SynthesizedArtifact[] };
}

/** A CDK `Stack`, as far as it is read here. */
export interface SynthesizableStack {
  readonly artifactId: string;
  readonly node: { readonly root: unknown };
}

/** A stack of a cloud assembly, as far as it is read here. */
export interface SynthesizedArtifact {
  readonly id: string;
  readonly hierarchicalId: string;
  readonly template: unknown;
}

/** A CloudFormation template as parsed JSON. */
export interface TemplateObject {
  readonly Resources: object;
}

/** A Pulumi program: a function that declares resources. */
export type PulumiProgram = () => unknown;

/** What a graph can be made of. */
export type GraphSource = ResourceGraph | TemplateObject | SynthesizableApp | SynthesizableStack | PulumiProgram;

/** Names that the source itself does not have. */
export interface GraphOptions {
  /** Name of the environment in the graph. @default 'test' */
  readonly environment?: string;
  /** Name of the stack of a template or Pulumi program. @default 'stack' */
  readonly stack?: string;
  /** Stack configuration of a Pulumi program, such as `azure-native:location`. @default - none */
  readonly config?: Readonly<Record<string, string>>;
  /**
   * What the data sources of a Pulumi program answer, by token, such as
   * `{ 'aws:index/getRegion:getRegion': { region: 'eu-west-1' } }`. @default - a program that asks one is refused
   */
  readonly answers?: Readonly<Record<string, Readonly<Record<string, PropertyValue>>>>;
}

/**
 * The resource graph of a CDK app, stage or stack, of a template, or of a Pulumi program, which is run in this process
 * without an engine, plugin, login or network. A graph is given back as it is.
 *
 * @throws (rejects with) what the app or program throws; CodedError (AzureProgramFailed) when a program registers two
 * resources with one name, or asks what no engine answers
 * @example
 * const graph = await graphOf(new MyStack(new App(), 'chat'));
 */
export async function graphOf(source: GraphSource, options: GraphOptions = {}): Promise<ResourceGraph> {
  const { environment = 'test', stack = 'stack' } = options;
  if (isGraph(source)) return source;
  if (typeof source === 'function') return programGraph(source, options);
  // A stage has the id of an artifact too.
  if (isApp(source))
    return readAssembly(source.synth().stacksRecursively.map((artifact) => synthesized(artifact, environment)));
  if ('artifactId' in source) {
    const root = source.node.root;
    if (!isApp(root)) throw unreadable();
    const stacks = root.synth().stacksRecursively.filter(({ id }) => id === source.artifactId);
    return readAssembly(stacks.map((artifact) => synthesized(artifact, environment)));
  }
  if ('Resources' in source) return readAssembly([{ environment, stack, template: source }]);
  throw unreadable();
}

/** A stage names the environment of its stacks. */
function synthesized({ hierarchicalId, template }: SynthesizedArtifact, environment: string): SynthesizedStack {
  const parts = hierarchicalId.split('/');
  return {
    environment: parts.length > 1 ? parts.slice(0, -1).join('/') : environment,
    stack: parts.at(-1) ?? '',
    template,
  };
}

async function programGraph(program: PulumiProgram, options: GraphOptions): Promise<ResourceGraph> {
  const { environment = 'test', stack = 'stack', config = {}, answers } = options;
  // Loads Pulumi, which a test of a CDK app does not have.
  const { record } = require('../lib/recorder/record') as typeof recorder;
  const recording = await record(async () => await program(), {
    project: 'test',
    stack,
    organization: 'organization',
    config,
    ...(answers === undefined ? {} : { answers }),
  });
  if (recording.problems.length > 0)
    throw new CodedError('AzureProgramFailed', {
      place: stack,
      message: recording.problems.join('; '),
      expected: 'a program that records without problems',
    });
  return readRecording(recording, environment);
}

function isGraph(source: GraphSource): source is ResourceGraph {
  return Array.isArray(source);
}

function isApp(value: unknown): value is SynthesizableApp {
  return typeof value === 'object' && value !== null && 'synth' in value && typeof value.synth === 'function';
}

function unreadable(): CodedError {
  return new CodedError('TestSourceUnreadable', {
    place: 'graphOf',
    message: 'the source is no app, stage, stack, template, program or graph',
    expected: 'a CDK App, Stage or Stack, a template with Resources, a Pulumi program as a function, or a graph',
  });
}
