import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CodedError } from '../../lib/messages';

/** How each program is installed. */
const installs = {
  cdk: 'npm install --save-dev aws-cdk',
  pulumi: 'https://www.pulumi.com/docs/install',
} as const;

/**
 * The file of a program as the shell of a person finds it: `npx` looks into `node_modules/.bin` of the project and the folders
 * above it first, then follows the path.
 * @throws CodedError (CliMissing)
 */
export function programFile(name: keyof typeof installs, root: string, path: string | undefined): string {
  const onPath = (path ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = [...binFolders(root), ...onPath].map((folder) => join(folder, name)).find(isExecutable);
  if (found !== undefined) return found;
  throw new CodedError('CliMissing', {
    place: name,
    message: 'it is neither in node_modules of the project nor on the path',
    expected: `the program ${name}`,
    fix: installs[name].startsWith('http') ? `install it: ${installs[name]}` : installs[name],
  });
}

function binFolders(root: string): readonly string[] {
  const above = join(root, '..');
  const own = join(root, 'node_modules', '.bin');
  return [...(existsSync(own) ? [own] : []), ...(above === root ? [] : binFolders(above))];
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
