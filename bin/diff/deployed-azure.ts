import { existsSync } from 'node:fs';
import type { Arm } from '../../lib/cloud/azure/arm';
import { armOf } from '../../lib/cloud/azure/arm';
import { deployedGroup } from '../../lib/cloud/azure/deployed-group';
import type { LiveChange, ResourceGraph } from '../../lib/graph';
import { readArm } from '../../lib/graph/arm/read-arm';
import { liveProperties } from '../../lib/graph/live-properties';
import { readPulumiLive } from '../../lib/graph/pulumi/read-live';
import { readPulumiState } from '../../lib/graph/pulumi/read-pulumi';
import { createLocalPulumi } from '../../lib/local/pulumi';
import type { EnvironmentPlan } from '../../lib/plan';
import { keyOf } from '../../lib/review/change/resource-key';
import { azureStages, stackName } from '../../stacks/azure/stack-name';
import { azureStateOf } from '../local/options';
import { inTermsOf, joinedWith } from './azure-live';
import type { DeployedPart } from './deployed-aws';
import { why } from './deployed-aws';

const groupType = 'azure-native:resources:ResourceGroup';

/** The stages of an environment, as the local engine has them in the files of its state. */
export async function localAzure(
  { environment }: Pick<EnvironmentPlan, 'environment'>,
  program: ResourceGraph,
  state: string,
): Promise<DeployedPart> {
  const stateDirectory = azureStateOf(state);
  const resources: object[] = [];
  if (existsSync(stateDirectory)) {
    const engine = createLocalPulumi({ stateDirectory });
    for (const stage of azureStages) {
      const held = stateOf(engine, stackName({ environment, stage }));
      resources.push(...(held?.resources ?? []));
    }
    await engine.close();
  }
  const document = { deployment: { resources } };
  const place = { environment, stack: environment };
  return releasedPart(program, readPulumiState(document, place), readPulumiLive(document, place));
}

/** What a state says was deployed, with what is live beside it. */
export function releasedPart(
  program: ResourceGraph,
  state: ResourceGraph,
  changes: readonly LiveChange[],
): DeployedPart {
  const { graph, open } = inTermsOf(program, state);
  return { graph, live: { changes, unverified: openWords(open) }, unread: [] };
}

/**
 * What an export says is live, where nothing says what the last deployment made: every difference to the program is one that
 * somebody or this change made.
 */
export function exportedPart(program: ResourceGraph, exported: ResourceGraph, environment: string): DeployedPart {
  const { live, strange, open } = joinedWith(program, exported);
  // An export leaves out whole types, such as role assignments: of such a type nothing says whether it is there.
  const types = new Set(exported.map(({ type }) => type));
  const untold = program.filter(({ type }) => !types.has(type));
  const names = [...new Set(untold.map(({ type }) => type))].toSorted();
  const unverified = [
    ...(untold.length === 0
      ? []
      : [
          `${environment}: the export has no ${names.join(', ')}: ${untold.length} ${untold.length === 1 ? 'resource is' : 'resources are'} not compared with what is live`,
        ]),
    ...openWords(open),
    ...(strange === 0
      ? []
      : [
          `${environment}: ${strange} live ${strange === 1 ? 'resource is' : 'resources are'} in no program that was read`,
        ]),
    `${environment}: nothing says what the last deployment of Azure made, so a change by hand and one of this release look alike: give --deployed the output of pulumi stack export`,
  ];
  return { graph: [...live, ...untold], live: { changes: [], unverified }, unread: [] };
}

/** What is live otherwise than a side says: an export or state beside a former release. */
export function changesAgainst(released: ResourceGraph, live: ResourceGraph): readonly LiveChange[] {
  const exported = live.filter(({ address }) => !address.startsWith('urn:pulumi:'));
  const states = live.filter(({ address }) => address.startsWith('urn:pulumi:'));
  const joined = new Map([...states, ...joinedWith(released, exported).live].map((node) => [keyOf(node), node]));
  return released.flatMap((node): readonly LiveChange[] => {
    const found = joined.get(keyOf(node));
    const properties = found === undefined ? [] : liveProperties(node.properties, found.properties);
    if (properties.length === 0) return [];
    const { environment, cloud, address } = node;
    return [{ environment, cloud, address, kind: 'modified', properties }];
  });
}

/** An environment to ask about. */
export interface AskedEnvironment {
  readonly environment: string;
  readonly tenant: string;
  readonly subscription: string;
}

/** Asks Azure Resource Manager for the resource groups of an environment. @param arm @default - with the credentials of the shell */
export async function askedAzure(
  { environment, tenant, subscription }: AskedEnvironment,
  program: ResourceGraph,
  arm: Arm = armOf(tenant),
): Promise<DeployedPart> {
  const groups = program.flatMap(({ type, properties: { resourceGroupName: name } }) =>
    type === groupType && typeof name === 'string' ? [name] : [],
  );
  const exported: ResourceGraph[] = [];
  const unverified: string[] = [];
  let unread = false;
  for (const group of groups) {
    const answer = await deployedGroup(arm, { subscription, group });
    if (answer.kind === 'not-asked') {
      unverified.push(`the resource group ${group} was not read${why(answer)}`);
      unread = true;
    }
    if (answer.kind !== 'value') continue;
    unverified.push(...answer.value.incomplete);
    const node = program.find(({ type, properties }) => type === groupType && properties.resourceGroupName === group);
    exported.push(node === undefined ? [] : [{ ...node, dependsOn: [] }]);
    exported.push(readArm(answer.value.template, { environment, stack: group }, undefined).graph);
  }
  if (unread) {
    // Of an environment of which one group is unknown, what another group has says too little.
    const stages = [...new Set(program.map(({ stack }) => stack))];
    return { graph: [], live: { changes: [], unverified }, unread: stages.map((stack) => ({ environment, stack })) };
  }
  // Where no group is there, nothing is deployed.
  if (exported.length === 0) return { graph: [], live: { changes: [], unverified }, unread: [] };
  const part = exportedPart(program, exported.flat(), environment);
  return { ...part, live: { ...part.live, unverified: [...unverified, ...part.live.unverified] } };
}

function stateOf(
  engine: ReturnType<typeof createLocalPulumi>,
  stack: string,
): ReturnType<typeof engine.state> | undefined {
  try {
    return engine.state(stack);
  } catch {
    // A stage that was never deployed.
    return undefined;
  }
}

function openWords(open: number): readonly string[] {
  if (open === 0) return [];
  const values = open === 1 ? '1 value of Azure is' : `${open} values of Azure are`;
  return [
    `${values} another resource's or secret, and known only after the deployment: not compared with what is live`,
  ];
}
