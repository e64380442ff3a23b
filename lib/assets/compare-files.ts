import type { AssetSource } from '../plan';
import type { AssetFile } from './asset-file';
import { manifestName } from './asset-file';
import type { AssetState } from './asset-state';
import { missing, present, wrong } from './asset-state';
import { readManifest } from './manifest';

/** A file that is at the place of an asset. */
export interface PresentFile {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 that the store has of it. @default - it has none */
  readonly sha256?: string;
}

/** What is at the place of an asset. */
export interface PresentFiles {
  /** All of them, the manifest too. */
  readonly files: readonly PresentFile[];
  /** Text of the manifest. @default - there is none */
  readonly manifest?: string;
}

/** What is compared with it. */
export interface WantedFiles {
  /** Prefix, for the messages. */
  readonly place: string;
  /** The command by which a person removes a file, or everything of the place. */
  readonly removal: (path?: string) => string;
  /** The command that brings the files. */
  readonly push: string;
  readonly source: AssetSource;
}

/**
 * Whether the files of an asset are complete: what its manifest says, and nothing else. Without a manifest nothing is
 * complete, however many files there are.
 */
export function compareFiles({ files, manifest: text }: PresentFiles, wanted: WantedFiles): AssetState {
  const content = files.filter(({ path }) => path !== manifestName);
  if (text === undefined) {
    return content.length === 0
      ? missing(`${wanted.place} is empty`, wanted.push)
      : wrong(
          'half',
          `${wanted.place} has ${content.length} files and no ${manifestName}: an upload stopped before its end`,
          wanted.push,
        );
  }
  const manifest = readManifest(text);
  if (typeof manifest === 'string') return wrong('manifest', manifest, replaceCommand(wanted));
  if (!sameSource(manifest.source, wanted.source)) {
    return wrong(
      'manifest',
      `the files are of ${sourceText(manifest.source)}, and the plan wants ${sourceText(wanted.source)}`,
      replaceCommand(wanted),
    );
  }
  return compareContent(content, manifest.files, wanted);
}

function compareContent(
  content: readonly PresentFile[],
  listed: readonly AssetFile[],
  wanted: WantedFiles,
): AssetState {
  const there = new Map(content.map((file) => [file.path, file]));
  const gone = listed.filter(({ path }) => !there.has(path));
  if (gone.length > 0) {
    return wrong(
      'half',
      `${count(gone.length, 'file')} of the manifest ${gone.length === 1 ? 'is' : 'are'} not there: ${names(gone)}`,
      wanted.push,
    );
  }
  const other = listed.filter((file) => differs(file, there.get(file.path)));
  if (other.length > 0) {
    return wrong(
      'hash',
      `${count(other.length, 'file')} with another size or SHA-256 than the manifest: ${names(other)}`,
      replaceCommand(wanted),
    );
  }
  const known = new Set(listed.map(({ path }) => path));
  const extra = content.filter(({ path }) => !known.has(path));
  if (extra.length === 0) return present;
  return wrong(
    'extra',
    `${count(extra.length, 'file')} that the manifest does not list: ${names(extra)}`,
    extra.map(({ path }) => wanted.removal(path)).join(' && '),
  );
}

function differs(wanted: AssetFile, there: PresentFile | undefined): boolean {
  return there?.bytes !== wanted.bytes || (there.sha256 !== undefined && there.sha256 !== wanted.sha256);
}

function sameSource(a: AssetSource, b: AssetSource): boolean {
  // A bucket or folder as the source of an import says nothing about which revision it holds: the manifest has the plan's.
  return b.kind !== 'hub' || (a.kind === 'hub' && a.repository === b.repository && a.revision === b.revision);
}

function sourceText(source: AssetSource): string {
  return source.kind === 'hub' ? `${source.repository} at ${source.revision}` : `another source (${source.kind})`;
}

/** Written once: a wrong asset is removed by a person before it is brought again. */
function replaceCommand({ removal, push }: WantedFiles): string {
  return `${removal()} && ${push}`;
}

function names(files: readonly { readonly path: string }[]): string {
  const shown = files.slice(0, 3).map(({ path }) => path);
  return files.length > shown.length ? `${shown.join(', ')} and ${files.length - shown.length} more` : shown.join(', ');
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
