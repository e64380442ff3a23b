import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { ListedFile } from '../assets/asset-file';
import type { Content, FileSource } from '../assets/ports';
import { CodedError } from '../messages';

/** Bytes that are read at a time. */
const readSize = 1 << 20;

/** The files of a folder on disk. A link is listed as one, and never followed. */
export class FolderSource implements FileSource {
  readonly place: string;

  constructor(folder: string) {
    this.place = resolve(folder);
  }

  async list(): Promise<readonly ListedFile[]> {
    const entries = await readdir(this.place, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
      throw new CodedError('AssetSourceMissing', {
        place: this.place,
        message: error instanceof Error ? error.message : String(error),
        expected: 'a folder that this user can read',
      });
    });
    const files = entries.filter((entry) => !entry.isDirectory());
    const listed = await Promise.all(
      files.map(async (entry): Promise<ListedFile> => {
        const file = join(entry.parentPath, entry.name);
        const path = file
          .slice(this.place.length + 1)
          .split(sep)
          .join('/');
        const { size } = await lstat(file);
        // A pipe or a device has no content that could be hashed twice.
        return { path, bytes: size, ...(entry.isFile() ? {} : { link: true }) };
      }),
    );
    return listed.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  }

  read = (path: string): Content => createReadStream(join(this.place, path), { highWaterMark: readSize });
}
