import { realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve as resolvePath } from 'node:path';
import type { Issue, ResolvedPlatform, Result } from '../../lib/platform';
import { failure, resolve, success } from '../../lib/platform';
import { guarded } from './config-guard';
import { defaultConfigFile } from './default-config';

/**
 * Loads the default export of a config file, or the `module.exports` of a CommonJS one, and waits for it when it is a
 * promise. TypeScript works because bin/start.js loads tsx.
 *
 * `resolve` checks the exported value.
 *
 * @returns the exported value, or the issue; never throws, whatever the file does
 */
export async function loadConfigFile(file: string, cwd: string): Promise<Result<unknown>> {
  const path = resolvePath(cwd, file);
  const problem = fileProblem(file, path);
  if (problem !== undefined) return failure([problem]);
  return guarded({ file, path: realpathSync(path), cwd }, async () => {
    const exported = exportOf(createRequire(path)(path), file, path);
    return exported.ok ? success<unknown>(await exported.value) : exported;
  });
}

/** Checks the platform that a config exports. An issue about the platform as a whole has the file as its path. */
export function resolveConfig(config: unknown, file: string): Result<ResolvedPlatform> {
  const resolved = resolve(config);
  if (resolved.ok) return resolved;
  return failure(resolved.issues.map((issue) => (issue.path === '' ? { ...issue, path: file } : issue)));
}

function fileProblem(file: string, path: string): Issue | undefined {
  const expected = 'a TypeScript file whose default export is definePlatform({ … })';
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) {
      return {
        code: 'ConfigNotFound',
        path: file,
        message: 'config file not found',
        got: path,
        expected,
        fix: 'name the file with --config, or run the command in the folder of the file',
      };
    }
    if (!found.isDirectory()) return undefined;
  } catch (error) {
    return {
      code: 'ConfigUnreadable',
      path: file,
      message: `the config file cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      got: path,
      expected,
      fix: 'check the path and its permissions',
    };
  }
  return {
    code: 'ConfigUnreadable',
    path: file,
    message: 'the config is a folder',
    got: path,
    expected,
    fix: `name the file in it: --config ${join(file, defaultConfigFile)}`,
  };
}

/**
 * The export that is the platform: the default export, or `module.exports` of a CommonJS module that exports a value.
 */
function exportOf(loaded: unknown, file: string, path: string): Result<unknown> {
  if (typeof loaded !== 'object' || loaded === null) return success(loaded);
  if ('default' in loaded) return success(loaded.default);
  if (!('__esModule' in loaded) && Object.keys(loaded).length > 0) return success(loaded);
  return failure([
    {
      code: 'ConfigWithoutDefault',
      path: file,
      message: 'config file has no default export',
      got: path,
      expected: '`export default definePlatform({ … })`',
      fix: 'add `export default` in front of definePlatform({ … })',
    },
  ]);
}
