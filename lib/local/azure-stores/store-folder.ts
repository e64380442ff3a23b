import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../make-folder';

/** A resource that exists in the local Azure. */
export interface ExistingResource {
  /** When it was created: what a former one of the same id held is gone. @default - it is not of a stack, or was retained */
  readonly created?: string | undefined;
}

/** What was written. */
export interface WrittenContent {
  readonly bytes: number;
  /** In base64. */
  readonly md5: string;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

/** Contents of one store, by key, on disk. A text beside each content says what it is. */
export class StoreFolder {
  /** @param path - folder; it is made when something is written */
  constructor(readonly path: string) {}

  /** A folder within, for example of a container. */
  within(name: string): StoreFolder {
    return new StoreFolder(join(this.path, hashed(name)));
  }

  exists(): boolean {
    return existsSync(this.path);
  }

  make(): void {
    makeFolder(this.path);
  }

  /** Writes a content, part by part, and what it is. It exists with the latter, so a crash leaves it absent or whole. */
  put(key: string, parts: Iterable<Uint8Array>, about: (content: WrittenContent) => object): void {
    this.make();
    const file = join(this.path, hashed(key));
    const hashes = { md5: createHash('md5'), sha256: createHash('sha256') };
    let bytes = 0;
    writeFileSync(`${file}.new`, '');
    for (const part of parts) {
      appendFileSync(`${file}.new`, part);
      hashes.md5.update(part);
      hashes.sha256.update(part);
      bytes += part.length;
    }
    renameSync(`${file}.new`, `${file}.data`);
    const written = { bytes, md5: hashes.md5.digest('base64'), sha256: hashes.sha256.digest('hex') };
    writeFileSync(`${file}.new`, JSON.stringify({ ...about(written), key }));
    renameSync(`${file}.new`, `${file}.json`);
  }

  /** What a content is; undefined where there is none. */
  about(key: string): unknown {
    const file = join(this.path, `${hashed(key)}.json`);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  }

  content(key: string): Buffer | undefined {
    const file = join(this.path, `${hashed(key)}.data`);
    return existsSync(`${file.slice(0, -'.data'.length)}.json`) ? readFileSync(file) : undefined;
  }

  /** What every content is. */
  list(): readonly unknown[] {
    if (!this.exists()) return [];
    const names = readdirSync(this.path).filter((name) => name.endsWith('.json'));
    return names.map((name): unknown => JSON.parse(readFileSync(join(this.path, name), 'utf8')));
  }

  /** Removes everything, with the folder. */
  clear(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  remove(key: string): void {
    const file = join(this.path, hashed(key));
    rmSync(`${file}.json`, { force: true });
    rmSync(`${file}.data`, { force: true });
  }
}

/** The folder of a resource: of another resource that had the same id before, nothing is left. */
export function folderOf(root: string, id: string, { created }: ExistingResource): StoreFolder {
  const path = join(root, hashed(id.toLowerCase()));
  const mark = join(path, 'created');
  if (created !== undefined) {
    if (existsSync(mark) && readFileSync(mark, 'utf8') !== created) rmSync(path, { recursive: true, force: true });
    makeFolder(path);
    writeFileSync(mark, created);
  }
  return new StoreFolder(path);
}

/** A name that every file system takes. */
export function hashed(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}
