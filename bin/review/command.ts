import { join } from 'node:path';
import type { Command } from 'commander';
import type { Issue } from '../../lib/platform';
import type { DiffOptions } from '../diff/command';
import { compareInput, compareOptions } from '../diff/command';
import { acceptanceIssues, exitOf, reviewOf } from '../diff/compare';
import { readSides } from '../diff/sides';
import { refusing } from '../local/refused';
import { refuse, reportIssues } from '../terminal/issues';
import { verb } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { makeOutputFolder, writeOutput } from '../terminal/write-output';
import { formats, formatsOf } from './formats';

interface ReviewOptions extends DiffOptions {
  readonly format: string;
  readonly out?: string;
}

/** `llmops review`: the report of a change, in the formats that people and tools read. */
export function register(program: Command, terminal: Terminal): void {
  compareOptions(verb(program, 'review [files...]', 'the report of a change, for people and for tools'))
    .option('--format <names>', `one or more of ${Object.keys(formats).join(', ')}, with commas`, 'text')
    .option('--out <folder>', 'folder for the reports. Without it, one format is printed')
    .action((files: readonly string[], options: ReviewOptions) =>
      refusing(options, terminal, () => run(files, options, terminal)),
    );
}

async function run(files: readonly string[], options: ReviewOptions, terminal: Terminal): Promise<void> {
  const asked = formatsOf(options.json ? 'json' : options.format);
  const refused = 'unknown' in asked ? [unknownFormat(asked.unknown)] : optionIssues(asked.formats, options.out);
  if ('unknown' in asked || refused.length > 0) {
    refuse(refused, options, terminal);
    return;
  }
  const sides = await readSides(compareInput(options, files));
  if (!sides.ok) {
    refuse(sides.issues, options, terminal);
    return;
  }
  reportIssues([...sides.issues, ...acceptanceIssues(sides.value, options.on)], terminal);
  const review = reviewOf(sides.value, options);
  const input = { review, graph: sides.value.next.graph, config: options.config };
  for (const name of asked.formats) {
    const { file, write } = formats[name];
    const text = write(input);
    if (options.out === undefined) {
      terminal.out(text.trimEnd());
      continue;
    }
    const output = { option: '--out', file: join(options.out, file), example: file };
    const unwritten = writeOutput(output, text);
    if (unwritten.length > 0) {
      refuse(unwritten, options, terminal);
      return;
    }
    terminal.err(output.file);
  }
  terminal.setExitCode(exitOf(review));
}

/** A folder that cannot be made is found before the work whose reports it receives. */
function optionIssues(names: readonly string[], out: string | undefined): readonly Issue[] {
  if (out !== undefined) return makeOutputFolder({ option: '--out', file: out, example: 'review' });
  if (names.length === 1) return [];
  return [
    {
      code: 'OptionMissing',
      path: '--out',
      message: 'several formats are asked for, and one can be printed',
      got: names.join(','),
      expected: 'a folder for the reports',
      fix: 'add --out review',
    },
  ];
}

function unknownFormat(unknown: readonly string[]): Issue {
  return {
    code: 'WrongUsage',
    path: '--format',
    message: 'there is no such format',
    got: unknown.join(', '),
    expected: `of ${Object.keys(formats).join(', ')}`,
  };
}
