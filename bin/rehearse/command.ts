import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { LanguageModel } from '../../lib/local/model/language-model';
import type { RehearsalReport } from '../../lib/local/rehearsal';
import { rehearse } from '../../lib/local/rehearsal';
import type { EnvironmentPlan } from '../../lib/plan';
import type { Issue, ResolvedPlatform } from '../../lib/platform';
import { namedLanguageModel } from '../local/language-model';
import { planConfig } from '../project/planned';
import { refuse, reportIssues } from '../terminal/issues';
import type { CommonOptions } from '../terminal/options';
import { verb, writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { exit } from '../terminal/terminal';
import { makeOutputFolder, writeOutput } from '../terminal/write-output';
import { rehearsed } from './rehearsed-environment';
import { printProgress, printReport } from './text';

interface RehearseOptions extends CommonOptions {
  readonly env: string;
  readonly out: string;
  readonly allChanges: boolean;
}

/** `llmops rehearse`: the life of one environment on the local cloud, its first and its second days. */
export function register(program: Command, terminal: Terminal): void {
  verb(
    program,
    'rehearse',
    'rehearse the life of one environment on the local cloud: failure, retry, changes, end, second beginning',
  )
    .option('--env <name>', 'environment', 'dev')
    .option('--out <folder>', 'folder of rehearsal.json', 'out')
    .option('--all-changes', 'make the changes on Azure too, and bring Azure up again; takes minutes', false)
    .action(async (options: RehearseOptions) => {
      const planned = await planConfig(options.config, process.cwd(), options.env);
      const [plan] = planned.ok ? planned.value.plans : [];
      const named = namedLanguageModel(process.env);
      const unready = [...(plan === undefined ? [] : obstacles(plan, options)), ...named.issues];
      if (!planned.ok || plan === undefined || unready.length > 0) {
        refuse([...planned.issues, ...unready], options, terminal);
        return;
      }
      reportIssues(planned.issues, terminal);
      if (named.notice !== undefined) terminal.err(named.notice);
      const report = await run(planned.value.platform, plan, { ...options, model: named.model }, terminal);
      if (report === undefined) {
        terminal.err(`interrupted: ${join(options.out, 'rehearsal.json')} was not written`);
        terminal.setExitCode(exit.interrupted);
        return;
      }
      const file = join(options.out, 'rehearsal.json');
      const output = { option: '--out', file, example: 'rehearsal.json' };
      const unwritten = writeOutput(output, `${JSON.stringify(report, undefined, 2)}\n`);
      reportIssues(unwritten, terminal);
      if (options.json) writeJson(terminal, report);
      else printReport(report, file, terminal);
      if (unwritten.length > 0) terminal.setExitCode(exit.badInput);
      else terminal.setExitCode(report.ok ? exit.pass : exit.findings);
    });
}

/** Issues that would make a rehearsal fail, found before its minute of work. */
function obstacles({ aws }: EnvironmentPlan, { out }: RehearseOptions): readonly Issue[] {
  return [
    ...makeOutputFolder({ option: '--out', file: out, example: 'rehearsal' }),
    ...(aws === undefined || isInstalled('aws-cdk') ? [] : [cliMissing]),
  ];
}

const cliMissing: Issue = {
  code: 'CdkCliMissing',
  path: 'aws-cdk',
  message: 'the CDK CLI is not installed in this folder; it rehearses the AWS side',
  expected: 'the package aws-cdk',
  fix: 'npm install --save-dev aws-cdk',
};

function isInstalled(name: string): boolean {
  try {
    createRequire(join(process.cwd(), 'package.json')).resolve(`${name}/package.json`);
    return true;
  } catch {
    return false;
  }
}

/** @returns the report; undefined when the rehearsal was interrupted, because its failures are those of the interrupt */
async function run(
  platform: ResolvedPlatform,
  plan: EnvironmentPlan,
  options: RehearseOptions & { readonly model: LanguageModel | undefined },
  terminal: Terminal,
): Promise<RehearsalReport | undefined> {
  const workFolder = mkdtempSync(join(tmpdir(), 'llmops-rehearsal-'));
  const interrupt = new AbortController();
  const onInterrupt = (): void => {
    terminal.err('interrupted: ending the processes of this rehearsal');
    interrupt.abort();
  };
  process.on('SIGINT', onInterrupt).on('SIGTERM', onInterrupt);
  try {
    const report = await rehearse({
      ...rehearsed({ platform, plan, workFolder, config: options.config, allChanges: options.allChanges }),
      root: process.cwd(),
      configFile: options.config,
      platform: plan.platform,
      environment: plan.environment,
      workFolder,
      signal: interrupt.signal,
      now: () => new Date(),
      ...(options.model === undefined ? {} : { model: options.model }),
      onProgress: (progress) => {
        printProgress(progress, terminal);
      },
    });
    return interrupt.signal.aborted ? undefined : report;
  } finally {
    process.off('SIGINT', onInterrupt).off('SIGTERM', onInterrupt);
    rmSync(workFolder, { recursive: true, force: true });
  }
}
