import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../../constraints/json';
import { isObject, tryParseJson } from '../../../constraints/json';
import { CodedError } from '../../../messages';
import { makeFolder } from '../../make-folder';
import { storeError } from './store-error';

/** Version of what the folder holds. A change that older kits cannot read raises it. */
const stateFormat = 1;

const formatFile = 'format.json';
const acknowledgedFile = 'acknowledged';
const endpointFile = 'endpoint.json';
const ignoreFile = '.gitignore';
/** Folder of the store. */
export const recordsFolder = 'records';
/** Batches that are not in the records yet. */
export const journalFile = 'journal';
const digits = 16;

/** The cloud that works on a state folder. */
export interface Endpoint {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  readonly pid: number;
}

/** The files of a state folder beside the records. */
export class StateFolder {
  #acknowledged: number | undefined;

  private constructor(readonly path: string) {}

  /**
   * Checks a folder before its records are touched; an empty or new one becomes a state folder.
   * @throws CodedError (StateForeign, StateNewer, StateDamaged, StateNotWritable, StateFull)
   */
  static open(path: string): StateFolder {
    const folder = new StateFolder(path);
    try {
      makeFolder(path, 0o700);
      if (readdirSync(path).length === 0) folder.#create();
      assertFormat(path);
      accessSync(path, constants.W_OK);
      folder.#acknowledged = openSync(join(path, acknowledgedFile), 'r+');
    } catch (error) {
      throw storeError(error, path);
    }
    return folder;
  }

  /** Everything that a state folder consists of, the mark of a state folder last. */
  static files(path: string): readonly string[] {
    return [recordsFolder, journalFile, acknowledgedFile, endpointFile, ignoreFile, formatFile].map((name) =>
      join(path, name),
    );
  }

  /** Notes the number of the last batch in place: this needs no space on the disk. */
  acknowledge(batch: number): void {
    if (this.#acknowledged !== undefined) writeSync(this.#acknowledged, `${String(batch).padStart(digits, '0')}\n`, 0);
  }

  /** The number that was noted last. @throws CodedError (StateDamaged) */
  acknowledged(): number {
    const text = read(join(this.path, acknowledgedFile)) ?? '';
    if (new RegExp(`^\\d{${digits}}\\n$`).test(text)) return Number(text);
    throw new CodedError('StateDamaged', {
      place: join(this.path, acknowledgedFile),
      message: 'not a number of batches',
    });
  }

  /** Says where the cloud listens that works on this folder. */
  announce(url: string): void {
    const endpoint: Endpoint = { url, pid: process.pid };
    writeFileSync(join(this.path, endpointFile), `${JSON.stringify(endpoint)}\n`);
  }

  close(): void {
    if (this.#acknowledged !== undefined) closeSync(this.#acknowledged);
    this.#acknowledged = undefined;
    const own = endpointOf(this.path)?.pid === process.pid;
    if (own) rmSync(join(this.path, endpointFile), { force: true });
  }

  #create(): void {
    // Everything here is one machine's: git ignores the folder without a line of the user.
    writeFileSync(join(this.path, ignoreFile), '*\n');
    writeFileSync(join(this.path, acknowledgedFile), `${'0'.repeat(digits)}\n`, { mode: 0o600 });
    writeFileSync(join(this.path, formatFile), `${JSON.stringify({ format: stateFormat })}\n`);
  }
}

/** Whether a folder is a state folder, of whatever version. */
export function isStateFolder(path: string): boolean {
  return existsSync(join(path, formatFile));
}

/** The cloud that says it works on a folder; after a crash it may not run any more. */
export function endpointOf(path: string): Endpoint | undefined {
  const endpoint = tryParseJson(read(join(path, endpointFile)) ?? '');
  if (!isObject(endpoint)) return undefined;
  const { url, pid } = endpoint;
  return typeof url === 'string' && typeof pid === 'number' ? { url, pid } : undefined;
}

/** Bytes of all files of a folder. */
export function folderBytes(path: string): number {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);
}

function assertFormat(path: string): void {
  const place = join(path, formatFile);
  const text = read(place);
  if (text === undefined) {
    throw new CodedError('StateForeign', {
      place: path,
      message: 'the folder holds other files',
      got: readdirSync(path).slice(0, 5),
      expected: 'a state folder, or a folder that is empty or does not exist',
    });
  }
  const written = tryParseJson(text);
  const format: Json | undefined = isObject(written) ? written['format'] : undefined;
  if (format === stateFormat) return;
  if (typeof format === 'number' && Number.isInteger(format) && format > stateFormat) {
    throw new CodedError('StateNewer', {
      place,
      message: 'a newer version of the kit wrote this state',
      got: format,
      expected: `format ${stateFormat}`,
    });
  }
  throw new CodedError('StateDamaged', {
    place,
    message: 'the format of the state is not readable',
    got: text.slice(0, 80),
    expected: `{"format":${stateFormat}}`,
  });
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
