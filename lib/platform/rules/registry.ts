import { modelReference } from './model-reference';
import { repeated } from './reference';
import type { Rule } from './rule';

/** Only open weights have versions a platform can record. */
export const registryRule: Rule = (draft) => {
  const models = draft.spec.registry?.models ?? [];
  return [
    ...models.flatMap((key, index) =>
      modelReference(draft, `registry.models[${index}]`, key, ['open-weights'], 'a registry'),
    ),
    ...repeated('registry.models', models),
  ];
};
