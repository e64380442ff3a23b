import type { ConcernDraft, ConcernFamily } from './concern';
import { inWords, numberOf, scalarsOf } from './values';

/** Counts that serve requests. The least count is what is left in a quiet hour, or when a zone fails. */
const counts =
  /^(InitialInstanceCount|InstanceCount|CopyCount|DesiredCount|DesiredCapacity|ModelUnits|instanceCount|replicas|replicaCount|partitionCount|capacity)$/;
const minima = /^(MinCapacity|MinInstanceCount|MinSize|minInstances|minReplicas|minCount)$/;
const maxima =
  /^(MaxCapacity|MaxInstanceCount|MaxSize|maxInstances|maxReplicas|maxCount|ProvisionedConcurrentExecutions)$/;

/** Fewer instances than before, none at all, or too few for production. */
export const capacity: ConcernFamily = {
  ofChange({ change, before, after }, { isProduction }): readonly ConcernDraft[] {
    if (after === undefined) return [];
    const production = isProduction?.(change.environment) === true;
    const former = new Map(scalarsOf(before).map(({ path, value }) => [path, value]));
    return scalarsOf(after).flatMap(({ path, key, value }): readonly ConcernDraft[] => {
      if (!counts.test(key) && !minima.test(key) && !maxima.test(key)) return [];
      const [old, now] = [numberOf(former.get(path)), numberOf(value)];
      if (now === undefined || old === now || (old === undefined && before !== undefined)) return [];
      const sides = { path, after: inWords(value), ...(old === undefined ? {} : { before: String(old) }) };
      const fix = 'keep the count, or check it against the traffic';
      if (now === 0 && (old ?? 0) > 0)
        return [
          {
            code: 'CapacityLowered',
            level: 'warning',
            message: `${key} is zero: nothing answers until something starts`,
            fix,
            ...sides,
          },
        ];
      if (production && !maxima.test(key) && now < 2 && (old === undefined ? minima.test(key) : old >= 2)) {
        return [
          {
            code: 'CapacityLowered',
            level: 'warning',
            message: `${key} is below 2 in production: one zone or instance that fails stops it`,
            fix,
            ...sides,
          },
        ];
      }
      if (old === undefined || now > old) return [];
      return [{ code: 'CapacityLowered', level: 'note', message: `${key} is lower`, fix, ...sides }];
    });
  },
};
