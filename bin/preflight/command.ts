import type { Command } from 'commander';
import type { Clouds, Verdict } from '../../lib/preflight';
import { preflight } from '../../lib/preflight';
import { isoToday } from '../project/today';
import { refuse, reportIssues } from '../terminal/issues';
import type { CommonOptions } from '../terminal/options';
import { verb, writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { exit } from '../terminal/terminal';
import { cloudsOf } from './clouds';
import { checkedEnvironment } from './environment';
import { readPolicies } from './policies';
import { preflightText } from './text';

interface PreflightOptions extends CommonOptions {
  readonly env: string;
  readonly policies?: readonly string[];
  readonly offline: boolean;
}

const exits: Readonly<Record<Verdict, 0 | 1 | 3>> = {
  passed: exit.pass,
  findings: exit.findings,
  unverified: exit.inconclusive,
};

const noCloud: Clouds = { aws: 'offline', azure: 'offline', awsStandby: 'offline', azureStandby: 'offline' };

/** `llmops preflight`: what would make a deployment fail, before it is tried. */
export function register(program: Command, terminal: Terminal): void {
  verb(
    program,
    'preflight',
    'what would make a deployment fail: quotas, models, names, rights and policies; only reads',
  )
    .requiredOption('--env <name>', 'the environment')
    .option(
      '--policies <files...>',
      'organisation policies as JSON: service control policies, Azure policy definitions, initiatives, assignments and exemptions',
    )
    .option('--offline', 'ask no cloud; what a cloud would have to say is unverified', false)
    .action((options: PreflightOptions) => run(options, terminal));
}

async function run(options: PreflightOptions, terminal: Terminal): Promise<void> {
  const today = isoToday();
  const policies = readPolicies(options.policies ?? [], process.cwd());
  const checked = await checkedEnvironment(options, policies.ok ? policies.value : [], today);
  if (!policies.ok || !checked.ok) {
    refuse([...policies.issues, ...checked.issues], options, terminal);
    return;
  }
  const { input, warnings } = checked.value;
  const report = await preflight(input, options.offline ? noCloud : cloudsOf(input));
  if (options.json) writeJson(terminal, report);
  else terminal.out(preflightText(report, terminal));
  reportIssues(warnings, terminal);
  terminal.setExitCode(exits[report.verdict]);
}
