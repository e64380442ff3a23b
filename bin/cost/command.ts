import type { Command } from 'commander';
import { Option } from 'commander';
import { moneyMarkdown, moneyText } from '../../lib/review/report/money-report';
import { reviewOf } from '../diff/compare';
import { readSides } from '../diff/sides';
import { refuse, reportIssues } from '../terminal/issues';
import type { CommonOptions } from '../terminal/options';
import { verb, writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { exit } from '../terminal/terminal';
import { writeOutput } from '../terminal/write-output';

interface CostOptions extends CommonOptions {
  readonly base?: string;
  readonly env?: string;
  readonly region?: string;
  readonly format: 'text' | 'json' | 'md';
  readonly out?: string;
}

/** `llmops cost`: what a change does to the bill. */
export function register(program: Command, terminal: Terminal): void {
  const cost = program.command('cost').description('what a change does to the bill').exitOverride();
  verb(cost, 'diff [files...]', 'prices of what a change creates, alters and removes, from the catalogue')
    .option('--base <what>', 'git reference, graph, template, folder such as cdk.out, or plan file')
    .option('--env <name>', 'one environment instead of all')
    .option('--region <name>', 'the region of resources that state none')
    .addOption(new Option('--format <name>', 'how it is written').choices(['text', 'json', 'md']).default('text'))
    .option('--out <file>', 'write a file instead of printing')
    .action((files: readonly string[], options: CostOptions) => costDiff(files, options, terminal));
}

async function costDiff(files: readonly string[], options: CostOptions, terminal: Terminal): Promise<void> {
  const sides = await readSides({ ...options, environment: options.env, files, cwd: process.cwd() });
  if (!sides.ok) {
    refuse(sides.issues, options, terminal);
    return;
  }
  reportIssues(sides.issues, terminal);
  const { base, next, money, unverified } = reviewOf(sides.value, options);
  const report = { base, next, money, unverified };
  const format = options.json ? 'json' : options.format;
  if (options.out === undefined) {
    if (format === 'json') writeJson(terminal, report);
    else if (format === 'md') terminal.out(moneyMarkdown(report).trimEnd());
    else for (const line of moneyText(report)) terminal.out(line);
  } else {
    const text = {
      json: () => `${JSON.stringify(report, undefined, 2)}\n`,
      md: () => moneyMarkdown(report),
      text: () => `${moneyText(report).join('\n')}\n`,
    }[format]();
    const unwritten = writeOutput({ option: '--out', file: options.out, example: `cost.${format}` }, text);
    if (unwritten.length > 0) {
      refuse(unwritten, options, terminal);
      return;
    }
  }
  terminal.setExitCode(unverified.length > 0 ? exit.inconclusive : exit.pass);
}
