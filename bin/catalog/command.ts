import type { Command } from 'commander';
import { Option } from 'commander';
import { staleRows } from '../../lib/catalog';
import type { PriceList } from '../../lib/cloud/price-lists';
import { awsEndpoint, awsPriceList, azureEndpoint, azurePriceList } from '../../lib/cloud/price-lists';
import type { Cloud } from '../../lib/platform';
import { isoToday } from '../project/today';
import { refuse, reportIssues } from '../terminal/issues';
import type { CommonOptions } from '../terminal/options';
import { verb, writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { exit } from '../terminal/terminal';
import { writeOutput } from '../terminal/write-output';
import { catalogOfConfig } from './of-config';
import type { Place } from './refresh';
import { placesOf, refreshed } from './refresh';
import { listLine, refreshText } from './refresh-text';
import type { Kind } from './tables';
import { kinds, matching, rowsOf, staleLines, summarise } from './tables';

interface ShowOptions extends CommonOptions {
  readonly kind?: Kind;
}

interface RefreshOptions extends CommonOptions {
  readonly cloud?: Cloud;
  readonly region: readonly string[];
  readonly out?: string;
  readonly awsEndpoint: string;
  readonly azureEndpoint: string;
}

/** `llmops catalog`: the facts of plans, and their age. */
export function register(program: Command, terminal: Terminal): void {
  const catalog = program.command('catalog').description('the facts of plans, and their age').exitOverride();
  verb(catalog, 'show [text...]', 'numbers and ages of rows; with --kind or words to search for, the rows')
    .addOption(new Option('--kind <kind>', 'one table').choices([...kinds]))
    .action((words: readonly string[], options: ShowOptions) => show(words, options, isoToday(), terminal));
  verb(catalog, 'refresh', 'read the public price lists and show the changes; needs the network and no account')
    .addOption(new Option('--cloud <cloud>', 'one cloud').choices(['aws', 'azure']))
    .option('--region <name>', 'region or location; repeat it (default: those of the config)', collect, [])
    .option('--out <file>', 'write the prices as JSON rows for catalog.prices')
    .option('--aws-endpoint <url>', 'host of the AWS Price List files', awsEndpoint)
    .option('--azure-endpoint <url>', 'host of Azure Retail Prices', azureEndpoint)
    .action((options: RefreshOptions) => refresh(options, isoToday(), terminal));
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

async function refresh(options: RefreshOptions, day: string, terminal: Terminal): Promise<void> {
  const facts = await catalogOfConfig(options.config, process.cwd());
  const { places, issues } = facts.ok
    ? placesOf(facts.value.catalog, facts.value.platform, options.cloud, options.region)
    : { places: [], issues: [] };
  if (!facts.ok || issues.length > 0) {
    refuse([...facts.issues, ...issues], options, terminal);
    return;
  }
  reportIssues(facts.issues, terminal);
  const lists = await Promise.all(
    places
      .flatMap((place) => listsOf(place, options, day))
      .map(async (reading) => {
        const list = await reading;
        terminal.err(listLine(list, terminal));
        return list;
      }),
  );
  const found = refreshed(
    facts.value.catalog,
    lists.flatMap((list) => (list.ok ? list.prices : [])),
  );
  const failed = lists.flatMap(({ list, ...rest }) =>
    rest.ok ? [] : [{ list, code: rest.code, reason: rest.reason }],
  );
  if (options.json) writeJson(terminal, { ...found, failed });
  else if (failed.length < lists.length) terminal.out(refreshText(found, terminal));
  if (failed.length > 0) {
    const unwritten = options.out === undefined ? '' : `; ${options.out} was not written`;
    terminal.err(
      `${failed.length} of ${lists.length} lists could not be read: ${failed.map(({ list }) => list).join(', ')}${unwritten}`,
    );
    terminal.setExitCode(exit.inconclusive);
  } else if (options.out !== undefined) {
    const output = { option: '--out', file: options.out, example: 'prices.json' };
    const unwritten = writeOutput(output, `${JSON.stringify(found.rows, undefined, 2)}\n`);
    reportIssues(unwritten, terminal);
    if (unwritten.length > 0) terminal.setExitCode(exit.badInput);
    else terminal.err(`${options.out}: ${found.rows.length} prices`);
  }
}

function listsOf({ cloud, region }: Place, options: RefreshOptions, day: string): readonly Promise<PriceList>[] {
  return cloud === 'aws'
    ? [awsPriceList('sagemaker', region, options.awsEndpoint), awsPriceList('ec2', region, options.awsEndpoint)]
    : [azurePriceList(region, day, options.azureEndpoint)];
}

async function show(words: readonly string[], options: ShowOptions, day: string, terminal: Terminal): Promise<void> {
  const facts = await catalogOfConfig(options.config, process.cwd());
  if (!facts.ok) {
    refuse(facts.issues, options, terminal);
    return;
  }
  reportIssues(facts.issues, terminal);
  const { catalog } = facts.value;
  const selected = options.kind === undefined ? kinds : [options.kind];
  const stale = staleRows(catalog, day);
  if (options.kind === undefined && words.length === 0) {
    const tables = summarise(catalog, selected);
    if (options.json) {
      writeJson(terminal, { today: day, tables, stale });
      return;
    }
    terminal.out(tables.map((table) => summaryLine(table)).join('\n'));
    const lines = staleLines(stale);
    terminal.out(
      lines.length === 0 ? '\nnothing is stale' : `\n${terminal.style.yellow('stale')}\n${lines.join('\n')}`,
    );
    return;
  }
  const found = selected.map((kind) => ({ kind, rows: matching(rowsOf(catalog, kind), words) }));
  if (options.json) {
    writeJson(terminal, {
      today: day,
      rows: Object.fromEntries(found.map(({ kind, rows }) => [kind, rows.map(({ row }) => row)])),
    });
    return;
  }
  const staleKeys = new Set(stale.map(({ row }) => row));
  const lines = found.flatMap(({ kind, rows }) =>
    rows.map(({ key, figures, row }) => {
      const old = staleKeys.has(`${kind === 'managed-models' ? 'managedModels' : kind} ${key}`);
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
