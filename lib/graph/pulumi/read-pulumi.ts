import type { DocumentPlace } from '../document';
import { asList, asRecord, asText, compareText, sortNodes } from '../json';
import type { ProviderVerdict, VerdictKind } from '../provider-verdict';
import { readRecording } from '../read-recording';
import type { Registration } from '../recording';
import type { ResourceGraph } from '../resource-graph';
import { parseUrn } from '../urn';
import { stateRegistration } from './state-registration';
import { cloudOfType } from './type-cloud';

/** A preview: what is there, what will be, and what the provider says about each step. */
export interface PulumiPreview {
  readonly graph: ResourceGraph;
  readonly base: ResourceGraph;
  readonly verdicts: readonly ProviderVerdict[];
}

/**
 * Reads a state: what `pulumi stack export` writes, or a checkpoint of a backend. Properties are the inputs of the last
 * deployment; secrets are masked, their ciphertext is not kept.
 *
 * Source: pulumi.com/docs/iac/cli/commands/pulumi_stack_export, and the sources of Pulumi 3.248 (apitype), read 2026-12-01.
 */
export function readPulumiState(state: unknown, place: DocumentPlace): ResourceGraph {
  const { deployment, checkpoint } = asRecord(state);
  const held = asRecord(deployment ?? asRecord(checkpoint)['latest'] ?? asRecord(checkpoint)['Latest']);
  return nodesOf(asList(held['resources']), place);
}

/**
 * Reads `pulumi preview --json`. Without `--show-sames` it has the resources that change, and no others.
 *
 * Source: the sources of Pulumi 3.248 (pkg/display/json.go; pkg/resource/deploy/step.go for the operations), read 2026-12-01.
 */
export function readPulumiPreview(preview: unknown, place: DocumentPlace): PulumiPreview {
  const steps = asList(asRecord(preview)['steps']).map((step) => asRecord(step));
  const after = steps.filter(({ op }) => !/^(delete|discard|remove)/.test(asText(op) ?? ''));
  const before = steps.filter(({ op }) => !/^(create|import|read)/.test(asText(op) ?? ''));
  return {
    graph: nodesOf(
      after.map(({ newState }) => newState),
      place,
    ),
    base: nodesOf(
      before.map(({ oldState }) => oldState),
      place,
    ),
    verdicts: verdictsOf(steps, place),
  };
}

/** Reads a recording of a program that was written as JSON. */
export function readRecordingDocument(recording: unknown, place: DocumentPlace): ResourceGraph {
  return nodesOf(asList(asRecord(recording)['registrations']), place);
}

/** Nodes of states. Of a resource that several steps are about, the last one counts. */
function nodesOf(states: readonly unknown[], { environment, stack }: DocumentPlace): ResourceGraph {
  const registrations = new Map<string, Registration>();
  for (const state of states) {
    const registration = stateRegistration(state);
    if (registration !== undefined) registrations.set(registration.urn, registration);
  }
  const [first] = registrations.keys();
  const parts = first === undefined ? undefined : parseUrn(first);
  const recording = { project: parts?.project ?? '', stack: parts?.stack ?? stack, problems: [] };
  const nodes = readRecording({ ...recording, registrations: [...registrations.values()] }, environment);
  // What is only read, or waits for deletion, is no node: neither is an edge to it.
  const known = new Set(nodes.map(({ address }) => address));
  return sortNodes(
    nodes.map((node) => ({ ...node, dependsOn: node.dependsOn.filter((address) => known.has(address)) })),
  );
}

/** Operations by what they do. Those that are not here change nothing. */
const kinds: Readonly<Record<string, VerdictKind>> = {
  create: 'create',
  update: 'update',
  delete: 'destroy',
  replace: 'replace',
  'create-replacement': 'replace',
  'delete-replaced': 'replace',
  import: 'import',
  'import-replacement': 'replace',
};

function verdictsOf(
  steps: readonly Readonly<Record<string, unknown>>[],
  place: DocumentPlace,
): readonly ProviderVerdict[] {
  const verdicts = new Map<string, ProviderVerdict>();
  for (const step of steps) {
    const urn = asText(step['urn']);
    const state = asRecord(step['newState'] ?? step['oldState']);
    const type = asText(state['type']) ?? parseUrn(urn ?? '')?.type;
    if (urn === undefined || type === undefined || state['custom'] === false || type.startsWith('pulumi:')) continue;
    const kind = kindOf(step);
    const known = verdicts.get(urn);
    // A replacement is three steps, of which one names the properties.
    const causes = [...new Set([...(known?.kind === kind ? known.causes : []), ...causesOf(step, kind)])];
    verdicts.set(urn, { environment: place.environment, cloud: cloudOfType(type), address: urn, type, kind, causes });
  }
  return [...verdicts.values()].toSorted((a, b) => compareText(a.address, b.address));
}

function kindOf(step: Readonly<Record<string, unknown>>): VerdictKind {
  const op = asText(step['op']) ?? '';
  const kind = Object.hasOwn(kinds, op) ? (kinds[op] ?? 'none') : 'none';
  return kind === 'destroy' && asRecord(step['oldState'])['retainOnDelete'] === true ? 'forget' : kind;
}

/** Properties that the step names: of a replacement those that cause it. */
function causesOf(step: Readonly<Record<string, unknown>>, kind: VerdictKind): readonly string[] {
  const detailed = Object.entries(asRecord(step['detailedDiff']));
  const wanted =
    kind === 'replace'
      ? detailed.filter(([, diff]) => /replace/i.test(asText(asRecord(diff)['kind']) ?? ''))
      : detailed;
  const named =
    wanted.length > 0
      ? wanted.map(([path]) => path)
      : texts(step[kind === 'replace' ? 'replaceReasons' : 'diffReasons']);
  return kind === 'replace' || kind === 'update' ? named.map(dotted).toSorted(compareText) : [];
}

/** `rules[0].tags["a b"]` as `rules.0.tags.a b`. */
function dotted(path: string): string {
  return path
    .replaceAll(
      /\[(?:"((?:[^"\\]|\\.)*)"|([^\]]*))\]/g,
      (_whole, key?: string, index?: string) => `.${key ?? index ?? ''}`,
    )
    .replace(/^\./, '');
}

function texts(list: unknown): readonly string[] {
  return asList(list).flatMap((item) => asText(item) ?? []);
}
