import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Issue } from '../../lib/platform';
import { azureStages, parseStackName, stackFileName, stackFolder } from '../../stacks/azure';

/**
 * The folder of the Pulumi project of a config: the nearest one, at or above the config, with a Pulumi.yaml. Pulumi looks
 * for stack files there, whichever config LLMOPS_CONFIG names. The folder of the config where there is no project yet.
 */
export function projectFolder(config: string, cwd: string): string {
  const start = dirname(resolve(cwd, config));
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'Pulumi.yaml'))) return folder;
    if (folder === dirname(folder)) return start;
  }
}

/** The name of a file of the project as it is shown: relative to the working directory where that is short. */
export function shownName(folder: string, name: string, cwd: string): string {
  const path = relative(cwd, join(folder, name));
  return path.startsWith('..') ? name : path;
}

/** Stack files of environments that the config does not have. Pulumi would still deploy their stacks by name. */
export function leftOverStackFiles(folder: string, environments: readonly string[]): readonly Issue[] {
  const at = join(folder, stackFolder);
  if (!existsSync(at)) return [];
  const planned = new Set(
    environments.flatMap((environment) => azureStages.map((stage) => stackFileName({ environment, stage }))),
  );
  return readdirSync(at)
    .filter((file) => !planned.has(file) && isStageFile(file))
    .toSorted()
    .map((file) => ({
      code: 'StackFileLeftOver',
      path: `${stackFolder}/${file}`,
      message: 'no environment of the config has this stack',
      got: file,
      expected: `files of ${environments.join(', ') || 'no environment: none has Azure'}`,
      fix: 'destroy the stack if it is deployed, then remove the file',
    }));
}

function isStageFile(file: string): boolean {
  const stack = /^Pulumi\.(.+)\.ya?ml$/.exec(file)?.[1];
  return stack !== undefined && parseStackName(stack) !== undefined;
}
