import type { Draft } from '../draft';
import type { Issue } from '../issue';
import type { ModelSpec } from '../model';
import { listed } from '../suggest';
import { unknownReference } from './reference';

/**
 * Checks that a key names a model of a kind that can do the job. A model that is declared and malformed passes: its own
 * mistake is reported where it is written.
 */
export function modelReference(
  draft: Draft,
  path: string,
  key: string,
  kinds: readonly ModelSpec['kind'][],
  job: string,
): readonly Issue[] {
  const models = draft.spec.models ?? {};
  const model = Object.hasOwn(models, key) ? models[key] : undefined;
  const fitting = Object.keys(models).filter((other) => kinds.some((kind) => kind === models[other]?.kind));
  if (model === undefined) {
    if (draft.declared('models').includes(key)) return [];
    return [unknownReference('UnknownModel', path, 'model', key, draft.declared('models'))];
  }
  if (kinds.includes(model.kind)) return [];
  return [
    {
      code: 'WrongModelKind',
      path,
      message: `'${key}' is a model of kind ${model.kind}, which ${job} cannot use`,
      got: key,
      expected: `a model of kind ${kinds.join(' or ')}: ${listed(fitting)}`,
      fix: fitting.length === 0 ? `declare a model of kind ${kinds.join(' or ')}` : `use ${listed(fitting)}`,
    },
  ];
}
