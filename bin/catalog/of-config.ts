import { existsSync } from 'node:fs';
import { resolve as resolvePath } from 'node:path';
import type { Catalog } from '../../lib/catalog';
import { catalog } from '../../lib/catalog';
import { withUserRows } from '../../lib/plan/facts/user-rows';
import type { Issue, ResolvedPlatform, Result } from '../../lib/platform';
import { isError } from '../../lib/platform';
import { loadConfigFile, resolveConfig } from '../project/config-file';
import { defaultConfigFile } from '../project/default-config';

/** The catalogue with the rows of a config, and the platform of the config. */
export interface ConfiguredCatalog {
  readonly catalog: Catalog;
  /** @default - there is no config, or it has errors */
  readonly platform?: ResolvedPlatform;
}

/**
 * The catalogue of the kit with the rows of a config, for a command that needs no plan. Without a config in the folder it
 * is the catalogue of the kit. A config in the folder that has errors is not used, with a warning; a config that `--config`
 * names must be valid.
 */
export async function catalogOfConfig(file: string, cwd: string): Promise<Result<ConfiguredCatalog>> {
  const named = file !== defaultConfigFile;
  if (!named && !existsSync(resolvePath(cwd, file))) return { ok: true, value: { catalog }, issues: [] };
  const loaded = await loadConfigFile(file, cwd);
  const platform = loaded.ok ? resolveConfig(loaded.value, file) : loaded;
  if (!platform.ok)
    return named ? platform : { ok: true, value: { catalog }, issues: [notUsed(file, platform.issues)] };
  const facts = withUserRows(catalog, platform.value);
  if (facts.issues.some(isError)) return { ok: false, issues: facts.issues };
  return { ok: true, value: { catalog: facts.catalog, platform: platform.value }, issues: facts.issues };
}

function notUsed(file: string, issues: readonly Issue[]): Issue {
  const errors = issues.filter(isError).length;
  return {
    code: 'ConfigNotUsed',
    path: file,
    message: `the config has ${errors} ${errors === 1 ? 'error' : 'errors'}; its rows are not in the catalogue of this command`,
    expected: 'a config that resolves',
    fix: "run 'llmops lint' to see them",
  };
}
