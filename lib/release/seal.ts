import type { ResourceGraph } from '../graph';
import type { SettledPlan } from '../plan';
import type { Issue, ModelSpec, Result } from '../platform';
import { digestOf } from './canonical-json';
import { floatingReferences } from './floating';
import type { Release, SealedEnvironment, SealedFiles, SealedModel } from './release';

/** What a release is sealed from. */
export interface SealInput {
  readonly platform: string;
  readonly kit: string;
  readonly source: Release['source'];
  readonly models: Readonly<Record<string, ModelSpec>>;
  /** Knowledge bases of the platform. */
  readonly knowledge: readonly string[];
  /** Documents that were given, by knowledge base. */
  readonly documents: Readonly<Record<string, SealedFiles>>;
  /** One for each environment. */
  readonly plans: readonly SettledPlan[];
  /** Resources of all environments. */
  readonly graph: ResourceGraph;
}

/**
 * The release of a platform, or an issue for each part that can mean other content tomorrow.
 *
 * Equal inputs give equal releases, in any order of their parts.
 */
export function seal(input: SealInput): Result<Release> {
  const { platform, kit, source, models, documents, plans, graph } = input;
  const issues = [...floatingReferences(models, plans, graph), ...unknownDocuments(input)];
  if (issues.length > 0) return { ok: false, issues };
  return {
    ok: true,
    issues: [],
    value: {
      schema: 'llmops-kit/release/v1',
      platform,
      kit,
      source,
      models: Object.fromEntries(Object.entries(models).map(([key, model]) => [key, sealedModel(model)])),
      documents,
      environments: Object.fromEntries(plans.map((plan) => [plan.environment, sealedEnvironment(plan, graph)])),
    },
  };
}

/** Without their documents, two releases with other answers would have one id. */
function unknownDocuments({ knowledge, documents }: SealInput): readonly Issue[] {
  return knowledge
    .filter((name) => !(name in documents))
    .map((name) => ({
      code: 'FloatingReference',
      path: `knowledge.${name}`,
      message: 'the documents of the knowledge base are not part of the release',
      expected: 'the folder that holds them',
      fix: `add --documents ${name}=FOLDER`,
    }));
}

function sealedModel(model: ModelSpec): SealedModel {
  switch (model.kind) {
    case 'open-weights':
      return { kind: model.kind, id: model.id, revision: model.revision };
    case 'bedrock':
      return { kind: model.kind, id: model.id };
    case 'azure-openai':
      return { kind: model.kind, id: model.id, version: model.version };
  }
}

function sealedEnvironment(plan: SettledPlan, all: ResourceGraph): SealedEnvironment {
  const graph = graphContent(all.filter(({ environment }) => environment === plan.environment));
  const units = new Map<string, (typeof graph)[number][]>();
  for (const node of graph) {
    const unit = `${node.cloud}/${node.stack}`;
    units.set(unit, [...(units.get(unit) ?? []), node]);
  }
  const images = Object.values(plan.assets).flatMap(({ id, kind, uri }): [string, string][] =>
    kind === 'image' ? [[id, digestIn(uri)]] : [],
  );
  return {
    plan: digestOf(plan),
    graph: digestOf(graph),
    units: Object.fromEntries([...units].map(([unit, nodes]) => [unit, digestOf(nodes)])),
    images: Object.fromEntries(images),
  };
}

/** What is deployed of a graph, in one order: where a resource is declared in the code changes nothing. */
function graphContent(graph: ResourceGraph) {
  return graph
    .map((node) => ({ ...node, source: undefined, place: undefined }))
    .toSorted((a, b) => (`${a.cloud} ${a.address}` < `${b.cloud} ${b.address}` ? -1 : 1));
}

function digestIn(uri: string): string {
  return uri.slice(uri.indexOf('@') + 1);
}
