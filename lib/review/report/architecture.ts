import type { Cloud, ResourceGraph } from '../../graph';
import type { ChangeKind, ResourceChange } from '../change/change';

/** Resources of one service in one stack. */
export interface ServiceBox {
  /** Such as `SageMaker` or `search`. */
  readonly service: string;
  readonly resources: number;
  /** What happens to them, without what is left as it is. */
  readonly changes: Readonly<Partial<Record<ChangeKind, number>>>;
  readonly losesData: boolean;
}

/** One stack or stage of an environment. */
export interface StackBox {
  readonly environment: string;
  readonly cloud: Cloud;
  readonly stack: string;
  /** Stacks of the same environment and cloud whose resources it needs, sorted. */
  readonly needs: readonly string[];
  /** Stacks that come before it in the longest chain of needs: 0 for the first. */
  readonly layer: number;
  /** Services by name. */
  readonly services: readonly ServiceBox[];
}

/** The stacks of a graph with what changes in them, without noise; what is destroyed is in the stack that it leaves. */
export function architectureOf(graph: ResourceGraph, changes: readonly ResourceChange[]): readonly StackBox[] {
  const stacks = new Map<string, Draft>();
  const draftOf = (environment: string, cloud: Cloud, stack: string): Draft => {
    const key = [environment, cloud, stack].join('\u0000');
    const draft = stacks.get(key) ?? { environment, cloud, stack, needs: new Set(), services: new Map() };
    stacks.set(key, draft);
    return draft;
  };
  const stackAt = new Map(graph.map((node) => [`${node.environment} ${node.cloud} ${node.address}`, node.stack]));
  for (const node of graph) {
    const draft = draftOf(node.environment, node.cloud, node.stack);
    serviceIn(draft, node.type).resources += 1;
    for (const address of node.dependsOn) {
      const other = stackAt.get(`${node.environment} ${node.cloud} ${address}`);
      if (other !== undefined && other !== node.stack) draft.needs.add(other);
    }
  }
  for (const { environment, cloud, stack, type, kind, losesData, noise } of changes) {
    if (noise !== undefined) continue;
    const service = serviceIn(draftOf(environment, cloud, stack), type);
    service.changes[kind] = (service.changes[kind] ?? 0) + 1;
    service.losesData ||= losesData;
  }
  const drafts = [...stacks.values()];
  const placed = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = `${draft.environment} ${draft.cloud}`;
    placed.set(key, [...(placed.get(key) ?? []), draft]);
  }
  const layers = new Map([...placed].map(([key, here]) => [key, layersOf(here)]));
  return drafts
    .map(({ environment, cloud, stack, needs, services }): StackBox => ({
      environment,
      cloud,
      stack,
      needs: [...needs].toSorted(),
      layer: layers.get(`${environment} ${cloud}`)?.get(stack) ?? 0,
      services: [...services.values()].toSorted((a, b) => (a.service < b.service ? -1 : 1)),
    }))
    .toSorted((a, b) => a.layer - b.layer || (a.stack < b.stack ? -1 : 1));
}

interface Draft {
  readonly environment: string;
  readonly cloud: Cloud;
  readonly stack: string;
  readonly needs: Set<string>;
  readonly services: Map<string, ServiceDraft>;
}

interface ServiceDraft {
  readonly service: string;
  resources: number;
  readonly changes: Partial<Record<ChangeKind, number>>;
  losesData: boolean;
}

function serviceIn({ services }: Draft, type: string): ServiceDraft {
  const service = serviceOf(type);
  const found = services.get(service) ?? { service, resources: 0, changes: {}, losesData: false };
  services.set(service, found);
  return found;
}

/** `SageMaker` of `AWS::SageMaker::Endpoint`, `search` of `azure-native:search:Service`, `aws` of `aws_s3_bucket`. */
function serviceOf(type: string): string {
  const parts = type.split(/::|[:/]/).filter((part) => part !== '');
  if (parts.length > 1) return parts[1] ?? type;
  return type.split('_')[1] ?? type;
}

/** Layers of the stacks of an environment and cloud. A circle of needs, which no deployment could follow, ends somewhere. */
function layersOf(drafts: readonly Draft[]): ReadonlyMap<string, number> {
  const layers = new Map(drafts.map(({ stack }) => [stack, 0]));
  for (let round = 1; round < drafts.length; round += 1) {
    let moved = false;
    for (const { stack, needs } of drafts) {
      const layer = Math.max(-1, ...[...needs].map((other) => layers.get(other) ?? -1)) + 1;
      moved ||= layer !== layers.get(stack);
      layers.set(stack, layer);
    }
    if (!moved) break;
  }
  return layers;
}
