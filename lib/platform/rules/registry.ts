import { modelReference } from './model-reference';
import { repeated } from './repeated';
import type { Rule } from './rule';

/** Only versions of open weights can be recorded. */
export const registryRule: Rule = (draft) => {
  const models = draft.spec.registry?.models ?? [];
  return [
    ...models.flatMap((key, index) =>
      modelReference(draft, `registry.models[${index}]`, key, { kinds: ['open-weights'], user: 'a registry' }),
    ),
    ...repeated('registry.models', models),
  ];
};
