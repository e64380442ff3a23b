import { join } from 'node:path';
import type { Command } from 'commander';
import { releaseFile } from '../../lib/release/release-file';
import { refuse, reportIssues } from '../terminal/issues';
import type { CommonOptions } from '../terminal/options';
import { verb, writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { writeOutput } from '../terminal/write-output';
import { releaseLines } from './release-lines';
import { sealTree } from './sealed';

interface SealOptions extends CommonOptions {
  readonly documents: readonly string[];
  readonly out: string;
}

/** `llmops seal`: writes the release of what is checked out, by digest. */
export function register(program: Command, terminal: Terminal): void {
  verb(
    program,
    'seal',
    'write what is checked out as one release, with everything by digest; what can change is refused',
  )
    .option('--documents <name=folder...>', 'documents of each knowledge base', [])
    .option('--out <dir>', 'folder of releases', 'releases')
    .action(async (options: SealOptions) => {
      const sealed = await sealTree({ ...options, releases: options.out });
      if (!sealed.ok) {
        refuse(sealed.issues, options, terminal);
        return;
      }
      reportIssues(sealed.issues, terminal);
      const { id, text } = releaseFile(sealed.value);
      const file = join(options.out, `${id}.json`);
      const unwritten = writeOutput({ option: '--out', file, example: `${id}.json` }, text);
      if (unwritten.length > 0) {
        refuse(unwritten, options, terminal);
        return;
      }
      if (options.json) writeJson(terminal, { id, file, release: sealed.value });
      else for (const line of [...releaseLines(id, sealed.value), `written to ${file}`]) terminal.out(line);
    });
}
