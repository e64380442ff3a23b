import { join } from 'node:path';
import type { ClassicLevel } from 'classic-level';
import { CodedError } from '../../../messages';
import { checked } from './checksum';
import { JournaledStore } from './journaled-store';
import { endpointOf, journalFile, recordsFolder, StateFolder } from './state-folder';
import type { Change, StateStore } from './store';
import { storeError } from './store-error';

type Database = ClassicLevel<string, Buffer>;

/** Bytes of the log before it is sorted into a table: it bounds how many batches a log can hold. */
const logBytes = 1_048_576;

/**
 * Opens the state folder of the local cloud, and makes it when it does not exist.
 * @throws CodedError (StateInUse, StateNewer, StateDamaged, StateForeign, StateNotWritable, StateFull)
 */
export async function openStateFolder(
  path: string,
): Promise<{ readonly store: StateStore; readonly folder: StateFolder }> {
  const folder = StateFolder.open(path);
  // Loaded here, so that a cloud in memory does not load the library.
  const { ClassicLevel } = await import('classic-level');
  const database: Database = new ClassicLevel<string, Buffer>(join(path, recordsFolder), {
    keyEncoding: 'utf8',
    valueEncoding: 'buffer',
    writeBufferSize: logBytes,
  });
  try {
    await database.open();
  } catch (error) {
    const known = storeError(error, path);
    const holder = endpointOf(path);
    folder.close();
    if (!(known instanceof CodedError) || known.code !== 'StateInUse' || holder === undefined) throw known;
    throw new CodedError('StateInUse', {
      place: path,
      message: known.problem,
      got: `process ${holder.pid} at ${holder.url}`,
      expected: 'one process',
    });
  }
  const records = new LevelStore(database, folder);
  try {
    return { store: new JournaledStore(records, join(path, journalFile), path), folder };
  } catch (error) {
    await records.close();
    throw error;
  }
}

class LevelStore implements StateStore {
  constructor(
    private readonly database: Database,
    private readonly folder: StateFolder,
  ) {}

  async *range(from: string, to: string): AsyncIterable<readonly [string, Buffer]> {
    try {
      for await (const [key, value] of this.database.iterator({ gte: from, lt: to })) yield [key, value] as const;
    } catch (error) {
      throw storeError(error, this.folder.path);
    }
  }

  async *keys(from: string, to: string): AsyncIterable<string> {
    try {
      for await (const key of this.database.keys({ gte: from, lt: to })) yield key;
    } catch (error) {
      throw storeError(error, this.folder.path);
    }
  }

  read(key: string): Buffer | undefined {
    try {
      return this.database.getSync(key);
    } catch (error) {
      throw storeError(error, this.folder.path);
    }
  }

  async write(batch: readonly Change[]): Promise<void> {
    try {
      await this.database.batch(
        batch.map(({ key, value }) =>
          value === undefined ? { type: 'del', key } : { type: 'put', key, value: checked(value) },
        ),
      );
    } catch (error) {
      throw storeError(error, this.folder.path);
    }
  }

  acknowledge(batch: number): void {
    try {
      this.folder.acknowledge(batch);
    } catch (error) {
      throw storeError(error, this.folder.path);
    }
  }

  acknowledged(): number {
    return this.folder.acknowledged();
  }

  async close(): Promise<void> {
    await this.database.close();
    this.folder.close();
  }
}
