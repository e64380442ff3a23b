import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve as resolvePath } from 'node:path';
import { failure } from '../../lib/spec';
import type { Issue, Result } from '../../lib/spec';

/** The config every command reads unless told otherwise. */
export const defaultConfigFile = 'llmops.config.ts';

/**
 * Loads the default export of a config file. TypeScript works because bin/start.js loads tsx.
 *
 * What the file exports is not trusted: `resolve` checks it.
 */
export function loadConfigFile(file: string, cwd: string): Result<unknown> {
  const path = resolvePath(cwd, file);
  if (!existsSync(path))
    return refuse(
      'ConfigNotFound',
      file,
      'config file not found',
      path,
      'a TypeScript file whose default export is definePlatform({ … })',
    );
  let loaded: unknown;
  try {
    loaded = createRequire(path)(path);
  } catch (error) {
    return refuse(
      'ConfigUnreadable',
      file,
      `config file does not load: ${messageOf(error)}`,
      path,
      'a file that compiles and runs',
    );
  }
  if (typeof loaded === 'object' && loaded !== null && 'default' in loaded) {
    return { ok: true, value: loaded.default, issues: [] };
  }
  return refuse(
    'ConfigWithoutDefault',
    file,
    'config file has no default export',
    path,
    '`export default definePlatform({ … })`',
  );
}

function refuse(code: string, path: string, message: string, got: string, expected: string): Result<never> {
  const issue: Issue = {
    code,
    path,
    message,
    got,
    expected,
    fix: 'name the file with --config, or run from the folder that holds it',
  };
  return failure([issue]);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error);
}
