import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Ending of the files: the others of a folder are left alone. */
export type Ending = '.infra.txt' | '.plan.txt';

/** What differs between texts and the files of a folder. */
export interface FileDifference {
  readonly name: string;
  /** @default - there is no file */
  readonly expected?: string;
  /** @default - there is no text */
  readonly received?: string;
}

/** The texts that are not those of the folder, and the files without a text, by name. */
export function differences(
  folder: string,
  texts: ReadonlyMap<string, string>,
  ending: Ending,
): readonly FileDifference[] {
  const files = new Map(
    namesIn(folder, ending).map((name) => [name, readFileSync(join(folder, name + ending), 'utf8')]),
  );
  return [...new Set([...texts.keys(), ...files.keys()])].toSorted().flatMap((name) => {
    const expected = files.get(name);
    const received = texts.get(name);
    if (expected === received) return [];
    return [
      {
        name,
        ...(expected === undefined ? {} : { expected }),
        ...(received === undefined ? {} : { received }),
      },
    ];
  });
}

/** Writes the texts into a folder, and removes the files that have none. */
export function writeTexts(folder: string, texts: ReadonlyMap<string, string>, ending: Ending): void {
  mkdirSync(folder, { recursive: true });
  for (const name of namesIn(folder, ending)) if (!texts.has(name)) rmSync(join(folder, name + ending));
  for (const [name, text] of texts) writeFileSync(join(folder, name + ending), text);
}

/** Names without their ending; none where the folder is not there. */
export function namesIn(folder: string, ending: Ending): readonly string[] {
  try {
    return readdirSync(folder).flatMap((name) => (name.endsWith(ending) ? [name.slice(0, -ending.length)] : []));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
