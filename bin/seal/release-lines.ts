import type { Release, SealedModel } from '../../lib/release/release';

/** A release for a person: what it names, and the digest that an approval of each environment binds to. */
export function releaseLines(id: string, release: Release): readonly string[] {
  const { platform, kit, source, models, documents, environments } = release;
  return [
    id,
    `  ${platform}, commit ${source.commit.slice(0, 12)}, kit ${kit}`,
    ...Object.entries(models).map(([key, model]) => `  model ${key}: ${modelWords(model)}`),
    ...Object.entries(documents).map(
      ([key, { files, digest }]) => `  documents ${key}: ${files} ${files === 1 ? 'file' : 'files'}, ${short(digest)}`,
    ),
    ...Object.entries(environments).map(([name, { graph, units, images }]) => {
      const counts = `${Object.keys(units).length} stacks and stages, ${Object.keys(images).length} images`;
      return `  environment ${name}: ${counts}, resources ${short(graph)}`;
    }),
  ];
}

function modelWords(model: SealedModel): string {
  switch (model.kind) {
    case 'open-weights':
      return `${model.id} at ${model.revision.slice(0, 12)}`;
    case 'bedrock':
      return `${model.id} of Bedrock`;
    case 'azure-openai':
      return `${model.id} ${model.version} of Azure OpenAI`;
  }
}

/** `sha256:` and twelve digits, which a person can compare. */
function short(digest: string): string {
  return digest.slice(0, 'sha256:'.length + 12);
}
