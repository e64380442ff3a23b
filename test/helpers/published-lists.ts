import fs from 'node:fs';
import path from 'node:path';

/** What the parser and the sources of one version of a project name. */
interface PublishedLists {
  readonly arguments: readonly string[];
  readonly variables: readonly string[];
}

const folder = path.join(__dirname, '../fixtures/engines');
const names = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** The lists in `test/fixtures/engines` of one version, each read from its wheel or its source. */
export function publishedLists(project: string, version: string): PublishedLists {
  const file: unknown = JSON.parse(fs.readFileSync(path.join(folder, `${project}-${version}.json`), 'utf8'));
  if (typeof file !== 'object' || file === null) throw new Error(`${project} ${version} has no lists`);
  return {
    arguments: names('arguments' in file ? file.arguments : undefined),
    variables: names('variables' in file ? file.variables : undefined),
  };
}
