import { existsSync } from 'node:fs';
import { resolve as resolvePath } from 'node:path';
import type { Catalog } from '../../lib/catalog';
import { catalog } from '../../lib/catalog';
import { withUserRows } from '../../lib/plan/facts/user-rows';
import type { Issue, ResolvedPlatform, Result } from '../../lib/platform';
import { isError } from '../../lib/platform';
import { loadConfigFile, resolveConfig } from '../project/config-file';
import { defaultConfigFile } from '../project/default-config';

/** The catalogue a config means, and the platform it describes when there is one. */
export interface ConfiguredCatalog {
  readonly catalog: Catalog;
  readonly platform?: ResolvedPlatform;
}

/**
 * The shipped catalogue with the rows of a config, for a command that looks facts up and needs no plan. Without a config
 * in the folder it is the shipped one alone; so it is, with a warning, when the config there has errors of its own and
 * was not asked for by name.
 */
export async function catalogOfConfig(file: string, cwd: string): Promise<Result<ConfiguredCatalog>> {
  const asked = file !== defaultConfigFile;
  if (!asked && !existsSync(resolvePath(cwd, file))) return { ok: true, value: { catalog }, issues: [] };
  const loaded = await loadConfigFile(file, cwd);
  const platform = loaded.ok ? resolveConfig(loaded.value, file) : loaded;
  if (!platform.ok)
    return asked ? platform : { ok: true, value: { catalog }, issues: [notUsed(file, platform.issues)] };
  const facts = withUserRows(catalog, platform.value);
  if (facts.issues.some(isError)) return { ok: false, issues: facts.issues };
  return { ok: true, value: { catalog: facts.catalog, platform: platform.value }, issues: facts.issues };
}

function notUsed(file: string, issues: readonly Issue[]): Issue {
  const errors = issues.filter(isError).length;
  return {
    code: 'ConfigNotUsed',
    path: file,
    message: `the config has ${errors} ${errors === 1 ? 'error' : 'errors'}; its own rows are not in the catalogue here`,
    expected: 'a config that resolves',
    fix: `see them with 'llmops lint'`,
  };
}
