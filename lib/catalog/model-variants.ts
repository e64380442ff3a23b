import type { ModelVariantRow } from './row-types';
import type { ModelArchitecture } from './types';

/** Adds a row for every repository that publishes a listed architecture in another format. */
export function withVariants(
  models: readonly ModelArchitecture[],
  variants: readonly ModelVariantRow[],
): readonly ModelArchitecture[] {
  const byId = new Map(models.map((model) => [model.id, model]));
  return [
    ...models,
    ...variants.flatMap((variant) => {
      const base = byId.get(variant.base);
      return base === undefined ? [] : [variantOf(base, variant)];
    }),
  ];
}

function variantOf(base: ModelArchitecture, variant: ModelVariantRow): ModelArchitecture {
  const { checkpointGiB, publishedDtype, ...shape } = base;
  const format = variant.publishedDtype ?? publishedDtype;
  const size = variant.checkpointGiB ?? (format === publishedDtype ? checkpointGiB : undefined);
  return {
    ...shape,
    id: variant.id,
    maxContext: variant.maxContext ?? base.maxContext,
    ...(variant.fixedDtype === undefined ? {} : { fixedDtype: variant.fixedDtype }),
    ...(format === undefined ? {} : { publishedDtype: format }),
    ...(size === undefined ? {} : { checkpointGiB: size }),
    source: `huggingface.co/${variant.id}, architecture of ${base.id}: ${base.source}`,
    confidence: 'medium',
  };
}
