import type { Draft } from '../draft';
import type { Issue } from '../issue';
import type { ModelSpec } from '../model';
import { listed, unknownName } from '../suggest';

/** What a reference to a model is for. */
export interface ModelUse {
  /** Kinds of models that can be used. */
  readonly kinds: readonly ModelSpec['kind'][];
  /** What uses the model, with its article: `an endpoint`. */
  readonly user: string;
}

/**
 * Checks that a key names a model of a kind that can be used. A declared model that is malformed passes: its mistake is
 * reported where it is written.
 */
export function modelReference(draft: Draft, path: string, key: string, use: ModelUse): readonly Issue[] {
  const models = draft.spec.models ?? {};
  const model = Object.hasOwn(models, key) ? models[key] : undefined;
  const declared = draft.declared('models');
  if (model === undefined) {
    if (declared.includes(key)) return [];
    const otherwise =
      declared.length === 0 ? `declare '${key}' under models` : `use ${listed(declared, key)} or declare '${key}'`;
    return [
      unknownName({
        code: 'UnknownModel',
        path,
        noun: 'model',
        got: key,
        known: declared,
        expectedOfNone: 'a model that is declared under models',
        otherwise,
      }),
    ];
  }
  if (use.kinds.includes(model.kind)) return [];
  const kinds = use.kinds.join(' or ');
  const usable = Object.keys(models).filter((other) => use.kinds.some((kind) => kind === models[other]?.kind));
  return [
    {
      code: 'WrongModelKind',
      path,
      message: `'${key}' is a model of kind ${model.kind}, which ${use.user} cannot use`,
      got: key,
      expected: `a model of kind ${kinds}${usable.length === 0 ? '' : `: ${listed(usable)}`}`,
      fix: usable.length === 0 ? `declare a model of kind ${kinds}` : `use ${listed(usable)}`,
    },
  ];
}
