import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Journal, JournalOwner } from '../../lib/deploy';
import { emptyJournal, formatJournal, parseJournal } from '../../lib/deploy';
import type { Issue } from '../../lib/platform';

/** The journal of an environment on disk. One process at a time has it. */
export class JournalFile {
  private constructor(
    private readonly file: string,
    readonly journal: Journal,
  ) {}

  /** Opens the journal, or says why it is refused: `JournalInUse`, `JournalDamaged`, `JournalVersion`, `JournalForeign`. */
  static open(file: string, owner: JournalOwner): { readonly opened: JournalFile } | { readonly issue: Issue } {
    const folder = dirname(file);
    mkdirSync(folder, { recursive: true });
    // What is here is one machine's: git ignores it without a line of the user.
    if (!existsSync(join(folder, '.gitignore'))) writeFileSync(join(folder, '.gitignore'), '*\n');
    const holder = lock(file);
    if (holder !== undefined) {
      return {
        issue: {
          code: 'JournalInUse',
          path: file,
          message: `process ${holder} works on this environment`,
          expected: 'one process at a time',
        },
      };
    }
    const read = existsSync(file)
      ? parseJournal(readFileSync(file, 'utf8'), file, owner)
      : { journal: emptyJournal(owner) };
    if ('journal' in read) return { opened: new JournalFile(file, read.journal) };
    rmSync(lockOf(file), { force: true });
    return read;
  }

  /** Writes the journal: beside it and renamed, so that a reader finds the former or the new one. */
  save(journal: Journal): void {
    writeFileSync(`${this.file}.new`, formatJournal(journal));
    renameSync(`${this.file}.new`, this.file);
  }

  /** Removes the journal of an environment that is gone. */
  remove(): void {
    rmSync(this.file, { force: true });
  }

  close(): void {
    rmSync(lockOf(this.file), { force: true });
  }
}

function lockOf(file: string): string {
  return `${file}.lock`;
}

/** Takes the lock; one that a process left which has ended is taken over. @returns the process that has it */
function lock(file: string): number | undefined {
  for (;;) {
    try {
      writeFileSync(lockOf(file), String(process.pid), { flag: 'wx' });
      return undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(existsSync(lockOf(file)) ? readFileSync(lockOf(file), 'utf8') : 0);
    if (runs(holder)) return holder;
    rmSync(lockOf(file), { force: true });
  }
}

function runs(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
