import type { Command } from 'commander';
import type { Clouds, Verdict } from '../../lib/preflight';
import { placeholders, preflight } from '../../lib/preflight';
import { planConfig } from '../project/planned';
import { isoToday } from '../project/today';
import { issuesAsJson, refuse, reportIssues } from '../terminal/issues';
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
  readonly placeholders: boolean;
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
    .option('--placeholders', 'only list the values of the config that are still those of an example', false)
    .action((options: PreflightOptions) =>
      options.placeholders ? listPlaceholders(options, terminal) : run(options, terminal),
    );
}

/** What to replace before a deployment to an account. */
async function listPlaceholders(options: PreflightOptions, terminal: Terminal): Promise<void> {
  const planned = await planConfig(options.config, process.cwd(), options.env);
  if (!planned.ok) {
    refuse(planned.issues, options, terminal);
    return;
  }
  const left = placeholders(planned.value.platform, options.env);
  if (options.json) writeJson(terminal, { environment: options.env, placeholders: issuesAsJson(left) });
  else if (left.length === 0) terminal.out('no value is known as one of an example');
  reportIssues(left, terminal);
  terminal.setExitCode(left.length === 0 ? exit.pass : exit.findings);
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
