import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The file that starts a program of the kit, in a clone and in an installed package. */
export function entryPoint(name: 'aws' | 'azure' | 'cdk-validator'): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return join(folder, 'bin', `${name}.js`);
}
