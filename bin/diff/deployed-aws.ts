import { DeployedStacks } from '../../lib/cloud/aws/deployed-stacks';
import { stsOperations } from '../../lib/cloud/aws/sts';
import { answered } from '../../lib/cloud/no-answer';
import type { LiveState, ResourceGraph, SynthesizedStack } from '../../lib/graph';
import { readAssembly } from '../../lib/graph';
import { readDrifts } from '../../lib/graph/cloudformation/read-drifts';
import { openDocument } from '../../lib/graph/read-document';
import type { Issue, Result } from '../../lib/platform';
import { failure, success } from '../../lib/platform';
import type { NoAnswer } from '../../lib/preflight';
import type { NamedStack } from '../project/any-file';
import { readTemplateFile } from '../project/template-file';

/** A stack to read, in its region. */
export interface WantedStack extends NamedStack {
  readonly region: string;
  /** Account that the plan names. @default - that of the credentials */
  readonly account?: string;
}

/** What is asked. */
export interface AwsSource {
  /** Endpoint and keys of a local cloud. @default - the service, or the endpoint of AWS_ENDPOINT_URL */
  readonly local?: { readonly endpoint: string; readonly accessKeyId: string };
}

/** What one cloud has of the stacks of a side. */
export interface DeployedPart {
  readonly graph: ResourceGraph;
  readonly live: LiveState;
  /** Environment and stack of what could not be read, so that nothing is known of it. */
  readonly unread: readonly Pick<NamedStack, 'environment' | 'stack'>[];
}

/** Reads the templates of stacks and their drift. A stack that is not deployed has no resources. */
export async function deployedAws(wanted: readonly WantedStack[], source: AwsSource): Promise<Result<DeployedPart>> {
  const foreign = await foreignAccounts(wanted, source);
  if (foreign.length > 0) return failure(foreign);
  const templates: SynthesizedStack[] = [];
  const unverified: string[] = [];
  const unread: WantedStack[] = [];
  const drifts = new Map<WantedStack, unknown>();
  for (const one of wanted) {
    const stacks = new DeployedStacks({ region: one.region, local: source.local });
    const stack = await stacks.stack(one.name);
    if (stack.kind === 'absent') {
      await stacks.close();
      continue;
    }
    const template = stack.kind === 'value' ? templateOf(one, stack.value.template) : undefined;
    if (template === undefined) {
      unverified.push(
        `${one.name} in ${one.region} was not read${stack.kind === 'not-asked' ? why(stack) : ': its template is not one'}`,
      );
      unread.push(one);
      await stacks.close();
      continue;
    }
    templates.push(template);
    const drift = await stacks.drift(one.name);
    await stacks.close();
    if (drift.kind === 'value') drifts.set(one, drift.value.document);
    const refused = drift.kind === 'value' ? drift.value.refused : drift.kind === 'not-asked' ? drift : undefined;
    if (refused !== undefined) unverified.push(`${one.name}: what is live was not compared anew${why(refused)}`);
  }
  const graph = readAssembly(templates);
  const states = templates.map((one) => driftOf(one, graph, drifts));
  return success({
    graph,
    live: {
      changes: states.flatMap(({ changes }) => changes),
      unverified: [...unverified, ...states.flatMap((state) => state.unverified)],
    },
    unread,
  });
}

function driftOf(
  { environment, stack }: SynthesizedStack,
  graph: ResourceGraph,
  drifts: ReadonlyMap<WantedStack, unknown>,
): LiveState {
  const nodes = graph.filter((node) => node.environment === environment && node.stack === stack);
  const types = new Map(nodes.map(({ address, type }) => [address.slice(stack.length + 1), type]));
  const [, document] = [...drifts].find(([one]) => one.environment === environment && one.stack === stack) ?? [];
  return readDrifts(document, { environment, stack }, types);
}

/** The template as the files of a side are read; undefined where it is none. */
function templateOf({ environment, stack, name }: WantedStack, text: string): SynthesizedStack | undefined {
  const opened = openDocument(text, `stack ${name}`);
  if (!opened.ok || opened.value.format !== 'cloudformation') return undefined;
  const read = readTemplateFile(opened.value, { environment, stack });
  return read.ok ? read.value.stack : undefined;
}

/** The credentials of another account would say that nothing is deployed. */
async function foreignAccounts(wanted: readonly WantedStack[], { local }: AwsSource): Promise<readonly Issue[]> {
  const [first] = wanted;
  const planned = [...new Set(wanted.flatMap(({ account }) => account ?? []))];
  if (first === undefined || planned.length === 0 || local !== undefined) return [];
  const asked = await answered(() => stsOperations({ region: first.region })['sts:GetCallerIdentity']({}), []);
  const account = asked.kind === 'value' ? asked.value.Account : undefined;
  return planned
    .filter((one) => account !== undefined && one !== account)
    .map((one) => ({
      code: 'OtherAccount',
      path: '--base',
      message: 'the credentials are for another account than the environment',
      got: account,
      expected: one,
      fix: `use credentials of the account ${one}, or choose the environment with --env`,
    }));
}

/** Why there is no answer, as the end of a sentence. */
export function why({ why: reason, got, permissions }: NoAnswer): string {
  const needs = reason === 'denied' ? `; it needs ${permissions.join(', ')}` : '';
  return `: ${got} (${reason.replaceAll('-', ' ')})${needs}`;
}
