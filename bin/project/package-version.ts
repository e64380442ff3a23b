import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of this package: `package.json` stands one folder up in a clone, and two in what the build made. */
export function packageVersion(): string {
  const folders = [join(__dirname, '../..'), join(__dirname, '../../..')];
  const file = folders.map((folder) => join(folder, 'package.json')).find((path) => existsSync(path));
  const manifest: unknown = file === undefined ? undefined : JSON.parse(readFileSync(file, 'utf8'));
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return 'unknown';
  return String(manifest.version);
}
