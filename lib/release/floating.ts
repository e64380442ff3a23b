import type { ResourceGraph } from '../graph';
import type { SettledPlan } from '../plan';
import type { Issue, ModelSpec } from '../platform';

/** Texts that name another content after the next push or edit, and what to name instead. */
const moving: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/^[\w.-]+(?:\.[\w-]+|:\d+)*(?:\/[\w.-]+)+:latest$/, 'the image by its digest: repository@sha256:…'],
  [/^(?:DRAFT|TSTALIASID)$/, 'a numbered version'],
  [/^\$LATEST$/, 'a published version'],
  [/^(?:OnceNewDefaultVersionAvailable|OnceCurrentVersionExpired)$/, 'NoAutoUpgrade'],
];

/** Everything in a platform that can mean other content after it was sealed. */
export function floatingReferences(
  models: Readonly<Record<string, ModelSpec>>,
  plans: readonly SettledPlan[],
  graph: ResourceGraph,
): readonly Issue[] {
  return [
    ...Object.entries(models).flatMap(([key, model]) => ofModel(key, model)),
    ...plans.flatMap(ofImages),
    ...graph.flatMap((node) =>
      textsOf(node.properties, 'properties').flatMap(([path, text]) => {
        const instead = moving.find(([pattern]) => pattern.test(text))?.[1];
        return instead === undefined ? [] : [floating(`${node.environment}.${node.address}.${path}`, text, instead)];
      }),
    ),
  ];
}

function ofModel(key: string, model: ModelSpec): readonly Issue[] {
  const path = `models.${key}`;
  if (model.kind === 'azure-openai')
    return /latest|auto/i.test(model.version)
      ? [floating(`${path}.version`, model.version, 'a version of the model, for example 2025-04-14')]
      : [];
  if (model.kind === 'bedrock') return [];
  const { s3Uri, azureModelUri } = model.artifact ?? {};
  return [
    // Whoever may write below a prefix of yours can replace the files. The prefix of the kit is written once, by its import.
    ...(s3Uri === undefined
      ? []
      : [floating(`${path}.artifact.s3Uri`, s3Uri, 'no prefix: the import of the kit writes one of its own, once')]),
    ...(azureModelUri === undefined || /\/versions\/\d+$/.test(azureModelUri)
      ? []
      : [floating(`${path}.artifact.azureModelUri`, azureModelUri, 'a version: …/versions/1')]),
  ];
}

function ofImages({ environment, assets }: SettledPlan): readonly Issue[] {
  return Object.values(assets).flatMap(({ id, kind, uri }) =>
    kind === 'image' && !/@sha256:[0-9a-f]{64}$/.test(uri)
      ? [floating(`${environment}.assets.${id}`, uri, 'the image by its digest: repository@sha256:…')]
      : [],
  );
}

function textsOf(value: unknown, path: string): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsOf(item, `${path}.${key}`));
}

function floating(path: string, got: string, expected: string): Issue {
  return { code: 'FloatingReference', path, message: 'this can mean other content after it was sealed', got, expected };
}
