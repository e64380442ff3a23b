import type { LiveChange, LiveState, ResourceGraph } from '../../lib/graph';
import type { EnvironmentPlan } from '../../lib/plan';
import type { Issue, Result } from '../../lib/platform';
import { failure, success } from '../../lib/platform';
import { checkEnvironments } from '../../lib/review';
import { ruleContext } from '../check/rule-context';
import type * as localEndpoints from '../deploy/local-endpoint';
import type { NamedStack } from '../project/any-file';
import type { DeployedPart, WantedStack } from './deployed-aws';
import { deployedAws } from './deployed-aws';
import type * as deployedOnAzure from './deployed-azure';
import { readFileSide } from './file-side';
import type { Side } from './side';

/** Where what is deployed is read. */
export interface DeployedOptions {
  /** Files that say what is live, in place of asking. @default - the clouds are asked */
  readonly deployed?: readonly string[] | undefined;
  /** Folder of the state of the local clouds. @default - the accounts of the credentials */
  readonly state?: string | undefined;
  readonly environment?: string | undefined;
  readonly region?: string | undefined;
}

/** Both sides, where the next one is without what could not be read. */
interface DeployedSides {
  readonly base: Side;
  readonly next: Side;
}

/** What is deployed of a side, as the base of a comparison. Nothing is changed in any account. */
export async function readDeployedSide(next: Side, options: DeployedOptions): Promise<Result<DeployedSides>> {
  const files = deployedFiles(next, options);
  if (!files.ok) return files;
  const aws = await awsPart(next, files.value, options);
  if (!aws.ok) return aws;
  const azure = await azureParts(next, files.value, options);
  const parts = [aws.value, ...azure];
  const graph = parts.flatMap((part) => part.graph);
  const unread = new Set(
    parts.flatMap((part) => part.unread.map(({ environment, stack }) => `${environment}\n${stack}`)),
  );
  const read = (node: { readonly environment: string; readonly stack: string }): boolean =>
    !unread.has(`${node.environment}\n${node.stack}`);
  const known = next.graph.filter(read);
  const left = new Set(
    next.graph.filter((node) => !read(node)).map(({ environment, address }) => `${environment}\n${address}`),
  );
  const context = ruleContext(() => options.region);
  return success({
    base: {
      label: 'deployed',
      graph,
      findingsBy: (rulesFor) => checkEnvironments(graph, rulesFor, context).findings,
      live: {
        changes: parts.flatMap(({ live }) => live.changes),
        unverified: parts.flatMap(({ live }) => live.unverified),
      },
      incomplete: [],
    },
    next: {
      ...next,
      graph: known,
      findingsBy: (rulesFor) =>
        next.findingsBy(rulesFor).filter(({ environment, address }) => !left.has(`${environment}\n${address}`)),
    },
  });
}

/** The base with what files say is live otherwise. */
export function withDeployedFiles(base: Side, next: Side, options: DeployedOptions): Result<Side> {
  const files = deployedFiles(next, options);
  if (!files.ok) return files;
  const { changesAgainst } = azureReaders();
  const { live, graph, stacks = [] } = files.value;
  const templates = new Set(stacks.map(({ environment, stack }) => `${environment}\n${stack}`));
  const there = graph.filter(({ environment, stack }) => !templates.has(`${environment}\n${stack}`));
  const compared = changesAgainst(base.graph, there);
  const named = new Set(
    compared.flatMap(({ environment, address, properties }) =>
      properties.map(({ path }) => [environment, address, path].join('\n')),
    ),
  );
  const changes = inStacks(live?.changes ?? [], namesOf(next)).flatMap((one): readonly LiveChange[] => {
    const properties = one.properties.filter(({ path }) => !named.has([one.environment, one.address, path].join('\n')));
    return one.kind === 'modified' && properties.length === 0 ? [] : [{ ...one, properties }];
  });
  return success({ ...base, live: { changes: [...compared, ...changes], unverified: live?.unverified ?? [] } });
}

function deployedFiles(next: Side, { deployed = [], environment, region }: DeployedOptions): Result<Side> {
  if (deployed.length === 0) return success({ label: '', graph: [], findingsBy: () => [], incomplete: [] });
  const only = next.plans?.length === 1 ? next.plans[0]?.environment : undefined;
  return readFileSide(deployed, { label: deployed.join(' '), environment: environment ?? only, region });
}

async function awsPart(next: Side, files: Side, options: DeployedOptions): Promise<Result<DeployedPart>> {
  const given = files.graph.filter(({ cloud }) => cloud === 'aws');
  const changes = inStacks(
    (files.live?.changes ?? []).filter(({ cloud }) => cloud === 'aws'),
    namesOf(next),
  );
  if (given.length > 0) {
    const live: LiveState = { changes, unverified: files.live?.unverified ?? [] };
    return success({ graph: given, live, unread: [] });
  }
  const wanted = wantedStacks(next, options.region);
  if (!wanted.ok) return wanted;
  const [first] = wanted.value;
  if (first === undefined) return success(nothing);
  if (options.state === undefined) return deployedAws(wanted.value, {});
  const { openLocalEndpoint } = require('../deploy/local-endpoint') as typeof localEndpoints;
  const found: DeployedPart[] = [];
  for (const account of new Set(wanted.value.map((one) => one.account ?? '111111111111'))) {
    const here = wanted.value.filter((one) => (one.account ?? '111111111111') === account);
    const endpoint = await openLocalEndpoint(options.state, { account, region: first.region });
    try {
      const part = await deployedAws(
        here,
        endpoint.clients.local === undefined ? {} : { local: endpoint.clients.local },
      );
      if (!part.ok) return part;
      found.push(part.value);
    } finally {
      await endpoint.close();
    }
  }
  return success(together(found));
}

async function azureParts(next: Side, files: Side, { state }: DeployedOptions): Promise<readonly DeployedPart[]> {
  const programOf = (environment: string): ResourceGraph =>
    next.graph.filter((node) => node.environment === environment && node.cloud === 'azure');
  const given = files.graph.filter(({ cloud }) => cloud === 'azure');
  if (given.length > 0) {
    const readers = azureReaders();
    const environments = [...new Set(given.map(({ environment }) => environment))];
    return environments.map((environment) =>
      fromFiles(readers, { environment, program: programOf(environment), given, files }),
    );
  }
  const parts: DeployedPart[] = [];
  for (const plan of next.plans ?? []) {
    const { environment, azure } = plan;
    if (azure === undefined) continue;
    const readers = azureReaders();
    const program = programOf(environment);
    const asked = { environment, tenant: azure.tenant.value, subscription: azure.subscription.value };
    parts.push(
      await (state === undefined ? readers.askedAzure(asked, program) : readers.localAzure(plan, program, state)),
    );
  }
  return parts;
}

interface GivenAzure {
  readonly environment: string;
  readonly program: ResourceGraph;
  readonly given: ResourceGraph;
  readonly files: Side;
}

/** A state is what was deployed, an export what is live; with both, the one is compared with the other. */
function fromFiles(readers: typeof deployedOnAzure, { environment, program, given, files }: GivenAzure): DeployedPart {
  const here = given.filter((node) => node.environment === environment);
  const states = here.filter(({ address }) => address.startsWith('urn:pulumi:'));
  const exported = here.filter(({ address }) => !address.startsWith('urn:pulumi:'));
  if (states.length === 0) return readers.exportedPart(program, exported, environment);
  const noted = (files.live?.changes ?? []).filter((one) => one.cloud === 'azure' && one.environment === environment);
  const part = readers.releasedPart(program, states, noted);
  if (exported.length === 0) return part;
  const changes = readers.changesAgainst(part.graph, exported);
  return { ...part, live: { ...part.live, changes } };
}

/** Stacks of a side, with their names and regions. */
function wantedStacks({ plans, graph, stacks = [] }: Side, region: string | undefined): Result<readonly WantedStack[]> {
  const declared = new Set(graph.map(({ environment, stack }) => `${environment}\n${stack}`));
  const isDeclared = ({ environment, stack }: NamedStack): boolean => declared.has(`${environment}\n${stack}`);
  if (plans !== undefined) return success(plans.flatMap(plannedStacks).filter(isDeclared));
  if (stacks.length > 0 && region === undefined) return failure([regionMissing]);
  return success(stacks.filter(isDeclared).map((one) => ({ ...one, region: region ?? '' })));
}

function plannedStacks({ environment, aws }: EnvironmentPlan): readonly WantedStack[] {
  if (aws === undefined) return [];
  const account = aws.account.value;
  const second = aws.standby?.stack;
  return [
    ...Object.entries(aws.stackNames).map(([stack, { value: name }]) => ({
      environment,
      stack,
      name,
      region: aws.region.value,
      account,
    })),
    ...(aws.standby === undefined || second === undefined
      ? []
      : [{ environment, stack: 'standby', name: second.stackName.value, region: aws.standby.region.value, account }]),
  ];
}

function namesOf({ plans = [], stacks = [] }: Side): readonly NamedStack[] {
  return [...plans.flatMap(plannedStacks), ...stacks];
}

/** Drift speaks of a stack by its name in the account. */
function inStacks(changes: readonly LiveChange[], names: readonly NamedStack[]): readonly LiveChange[] {
  return changes.map((one) => {
    const [name = '', ...rest] = one.address.split('/');
    const stack = names.find((known) => known.name === name && known.environment === one.environment)?.stack;
    return one.cloud !== 'aws' || stack === undefined ? one : { ...one, address: [stack, ...rest].join('/') };
  });
}

function together(parts: readonly DeployedPart[]): DeployedPart {
  return {
    graph: parts.flatMap(({ graph }) => graph),
    live: {
      changes: parts.flatMap(({ live }) => live.changes),
      unverified: parts.flatMap(({ live }) => live.unverified),
    },
    unread: parts.flatMap(({ unread }) => unread),
  };
}

/** Readers of Azure load the local engine, which a comparison of templates does without. */
function azureReaders(): typeof deployedOnAzure {
  return require('./deployed-azure') as typeof deployedOnAzure;
}

const nothing: DeployedPart = { graph: [], live: { changes: [], unverified: [] }, unread: [] };

const regionMissing: Issue = {
  code: 'OptionMissing',
  path: '--region',
  message: 'nothing says in which region the stacks of the templates are deployed',
  expected: 'the code of an AWS region, such as eu-central-1',
  fix: 'add --region eu-central-1',
};
