import { versionOf } from '../catalog/managed-models';
import type { Catalog } from '../catalog/types';
import type { Issue, ResolvedPlatform } from '../platform';
import { lifecycleIssues } from './facts/lifecycle';
import { withUserRows } from './facts/user-rows';
import { byKey } from './order';

/**
 * What became true of the managed models of a platform between the date of the catalogue and a day: versions that retired,
 * and editions that grew old. A plan does not know the day, so that it is the same tomorrow.
 *
 * @param today - ISO date
 */
export function datedModelIssues(platform: ResolvedPlatform, catalog: Catalog, today: string): readonly Issue[] {
  const { managedModels } = withUserRows(catalog, platform).catalog;
  return byKey(platform.models).flatMap(([key, model]): readonly Issue[] => {
    if (model.kind === 'open-weights') return [];
    const row = managedModels.find(({ service, id }) => service === model.kind && id === model.id);
    const version =
      row === undefined ? undefined : versionOf(row, model.kind === 'azure-openai' ? model.version : undefined);
    if (row === undefined || version === undefined || today <= version.lifecycle.asOf) return [];
    const place = { path: `models.${key}`, managedModels };
    const before = new Set(lifecycleIssues({ row, version }, place).map(({ code }) => code));
    return lifecycleIssues({ row, version }, place, today).filter(({ code }) => !before.has(code));
  });
}
