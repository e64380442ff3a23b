import type { Command } from 'commander';
import { Option } from 'commander';
import { staleRows } from '../../lib/catalog';
import { catalogOfConfig } from '../support/catalog-of-config';
import { kinds, matching, rowsOf, staleLines, summarise } from '../support/catalog-tables';
import type { Kind } from '../support/catalog-tables';
import { reportIssues } from '../support/issues';
import { verb, writeJson } from '../support/options';
import type { CommonOptions } from '../support/options';
import { exit } from '../support/terminal';
import type { Terminal } from '../support/terminal';

interface ShowOptions extends CommonOptions {
  readonly kind?: Kind;
}

/** `llmops catalog`: the facts plans are made of, and their age. */
export function register(program: Command, terminal: Terminal): void {
  const catalog = program.command('catalog').description('the facts plans are made of, and their age').exitOverride();
  verb(catalog, 'show [text...]', 'counts and ages; with --kind or words to look for, the rows')
    .addOption(new Option('--kind <kind>', 'one table').choices([...kinds]))
    .action((words: readonly string[], options: ShowOptions) => {
      show(words, options, new Date().toISOString().slice(0, 10), terminal);
    });
}

function show(words: readonly string[], options: ShowOptions, today: string, terminal: Terminal): void {
  const facts = catalogOfConfig(options.config, process.cwd());
  reportIssues(facts.issues, terminal);
  if (!facts.ok) {
    terminal.setExitCode(exit.badInput);
    return;
  }
  const { catalog } = facts.value;
  const wanted = options.kind === undefined ? kinds : [options.kind];
  const stale = staleRows(catalog, today);
  if (options.kind === undefined && words.length === 0) {
    const tables = summarise(catalog, wanted);
    if (options.json) {
      writeJson(terminal, { today, tables, stale });
      return;
    }
    terminal.out(tables.map((table) => summaryLine(table)).join('\n'));
    const lines = staleLines(stale);
    terminal.out(
      lines.length === 0 ? '\nnothing is stale' : `\n${terminal.style.yellow('stale')}\n${lines.join('\n')}`,
    );
    return;
  }
  const found = wanted.map((kind) => ({ kind, rows: matching(rowsOf(catalog, kind), words) }));
  if (options.json) {
    writeJson(terminal, {
      today,
      rows: Object.fromEntries(found.map(({ kind, rows }) => [kind, rows.map(({ row }) => row)])),
    });
    return;
  }
  const doubted = new Set(stale.map(({ row }) => row));
  const lines = found.flatMap(({ kind, rows }) =>
    rows.map(({ key, figures, row }) => {
      const old = doubted.has(`${kind === 'managed-models' ? 'managedModels' : kind} ${key}`);
      const age = old ? terminal.style.yellow(`${row.asOf} stale`) : row.asOf;
      return `${terminal.style.bold(key)}  ${figures}  ${terminal.style.dim('[')}${age}${terminal.style.dim(`, ${row.source}]`)}`;
    }),
  );
  terminal.out(
    lines.length === 0 ? `no row contains ${words.map((word) => `'${word}'`).join(' and ')}` : lines.join('\n'),
  );
}

function summaryLine({ kind, rows, oldest, newest }: ReturnType<typeof summarise>[number]): string {
  const age = oldest === undefined ? '' : oldest === newest ? oldest : `${oldest} to ${newest ?? oldest}`;
  return `${kind.padEnd(15)}${String(rows).padStart(6)} rows  ${age}`.trimEnd();
}
