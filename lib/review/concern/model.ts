import type { ConcernDraft, ConcernFamily } from './concern';
import { modelIdOf, modelsOf } from './model-name';
import { scalarsOf } from './values';

/** Another model or version, weights or image behind an endpoint; models that end. */
export const model: ConcernFamily = {
  ofChange({ before, after }, { endOfLife, today }): readonly ConcernDraft[] {
    if (after === undefined) return [];
    const former = new Map(modelsOf(before).map(({ path, value }) => [path, modelIdOf(String(value))]));
    const drafts: ConcernDraft[] = [];
    for (const { path, value } of modelsOf(after)) {
      const id = modelIdOf(String(value));
      const old = former.get(path);
      if (old === id) continue;
      if (old !== undefined) {
        drafts.push({
          code: 'ModelChanged',
          level: 'warning',
          path,
          message: 'another model or version answers',
          before: old,
          after: id,
          fix: 'evaluate the new model with the data of the former one',
        });
      }
      const end = endOfLife?.(id);
      if (end === undefined) continue;
      const over = today !== undefined && end.date <= today;
      drafts.push({
        code: 'ModelEndOfLife',
        level: 'warning',
        path,
        message: over ? `${id} ended on ${end.date} (${end.source})` : `${id} ends on ${end.date} (${end.source})`,
        fix: 'choose its successor',
      });
    }
    return before === undefined ? drafts : [...drafts, ...weights(before, after)];
  },
};

/** What a self-hosted model consists of. */
function weights(
  ...[before, after]: readonly [Parameters<typeof scalarsOf>[0], Parameters<typeof scalarsOf>[0]]
): readonly ConcernDraft[] {
  const parts = /^(Image|ModelDataUrl|S3Uri|ModelPackageName)$/;
  if (after?.type !== 'AWS::SageMaker::Model' && after?.type !== 'AWS::SageMaker::InferenceComponent') return [];
  const former = new Map(scalarsOf(before).map(({ path, value }) => [path, value]));
  return scalarsOf(after)
    .filter(({ path, key, value }) => parts.test(key) && former.has(path) && former.get(path) !== value)
    .map(({ path, key, value }) => ({
      code: 'ModelChanged',
      level: 'warning',
      path,
      message: key === 'Image' ? 'another image serves the model' : 'other weights are served',
      before: String(former.get(path)),
      after: String(value),
      fix: 'evaluate the release before it is promoted',
    }));
}
