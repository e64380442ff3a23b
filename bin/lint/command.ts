import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { AzureStageName, EnvironmentPlan, SettledPlan } from '../../lib/plan';
import { settle } from '../../lib/plan';
import type { Issue } from '../../lib/platform';
import { isError } from '../../lib/platform';
import {
  azureStages,
  checkProjectFile,
  checkStackFile,
  renderStackFile,
  stackFileName,
  stackFolder,
} from '../../stacks/azure';
import { planConfig } from '../project/planned';
import { issuesAsJson, reportIssues } from '../terminal/issues';
import type { CommonOptions } from '../terminal/options';
import { verb, writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { exit } from '../terminal/terminal';
import { writeOutput } from '../terminal/write-output';
import { leftOverStackFiles, projectFolder, shownName } from './stack-folder';

/** Issues about a stack file that could not be read or written: its content is unknown. */
const unusable: readonly string[] = ['StackFileUnreadable', 'OutputUnwritable'];

/** `llmops lint`: the config, and the Pulumi stack files generated from it. */
export function register(program: Command, terminal: Terminal): void {
  verb(program, 'lint', 'check the config and the generated stack files in pulumi/')
    .option('--fix', 'write the generated files again', false)
    .action(async (options: CommonOptions & { readonly fix: boolean }) => {
      const planned = await planConfig(options.config, process.cwd());
      const issues: Issue[] = [...planned.issues];
      if (planned.ok) {
        const folder = projectFolder(options.config, process.cwd());
        const onAzure = planned.value.plans.filter(({ azure }) => azure !== undefined);
        if (onAzure.length > 0) issues.push(...lintProject(folder));
        for (const plan of onAzure) issues.push(...lintStackFiles(plan, folder, options.fix, terminal));
        issues.push(
          ...leftOverStackFiles(
            folder,
            onAzure.map(({ environment }) => environment),
          ),
        );
      }
      if (options.json) writeJson(terminal, { issues: issuesAsJson(issues) });
      reportIssues(issues, terminal);
      const isBadInput = !planned.ok || issues.some(({ code }) => unusable.includes(code));
      if (isBadInput) terminal.setExitCode(exit.badInput);
      else if (issues.some(isError)) terminal.setExitCode(exit.findings);
      else terminal.err(`${options.config}: nothing to report`);
    });
}

/** A project is written once by hand: there may be none yet. */
function lintProject(folder: string): readonly Issue[] {
  const text = readIfThere(join(folder, 'Pulumi.yaml'));
  return typeof text === 'string' ? checkProjectFile(text) : [];
}

function lintStackFiles(plan: EnvironmentPlan, folder: string, fix: boolean, terminal: Terminal): readonly Issue[] {
  const settled = settle(plan);
  return azureStages.flatMap((stage) => {
    const inFolder = `${stackFolder}/${stackFileName({ environment: plan.environment, stage })}`;
    const name = shownName(folder, inFolder, process.cwd());
    const file = join(folder, inFolder);
    const present = readIfThere(file);
    if (typeof present === 'object') return [unreadable(name, present.error)];
    const broken = present === undefined ? [] : unreadableIssues(present, settled, stage);
    // Not replaced: it may hold the salt with which the secrets of the stack are encrypted.
    if (broken.length > 0) return broken.map((issue) => ({ ...issue, path: `${name}: ${issue.path}` }));
    if (fix) return write({ name, file, present, text: renderStackFile(settled, stage, present) }, terminal);
    if (present === undefined) return [missing(name)];
    return checkStackFile(present, settled, stage).map((issue) => ({ ...issue, path: `${name}: ${issue.path}` }));
  });
}

function unreadableIssues(text: string, plan: SettledPlan, stage: AzureStageName): readonly Issue[] {
  return checkStackFile(text, plan, stage).filter(({ code }) => code === 'StackFileUnreadable');
}

function readIfThere(file: string): string | undefined | { readonly error: unknown } {
  try {
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  } catch (error) {
    return { error };
  }
}

interface WrittenFile {
  /** As issues name it. */
  readonly name: string;
  readonly file: string;
  readonly present: string | undefined;
  readonly text: string;
}

function write({ name, file, present, text }: WrittenFile, terminal: Terminal): readonly Issue[] {
  if (text === present) return [];
  const unwritten = writeOutput({ option: name, file, example: name }, text);
  if (unwritten.length === 0) terminal.err(`${name} written`);
  return unwritten;
}

function unreadable(name: string, error: unknown): Issue {
  return {
    code: 'StackFileUnreadable',
    path: name,
    message: `the generated stack file cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    expected: 'a file written by `llmops lint --fix`',
    fix: 'remove what has this name, then run llmops lint --fix',
  };
}

function missing(name: string): Issue {
  return {
    code: 'StackFileMissing',
    path: name,
    message: 'the generated stack file is not there',
    expected: 'a file written by `llmops lint --fix` and committed',
    fix: 'run llmops lint --fix',
  };
}
