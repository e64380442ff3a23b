import { inspect } from 'node:util';
import { CodedError, messageOf } from '../../lib/messages';
import type { Issue } from '../../lib/platform';
import { isError } from '../../lib/platform/issue';
import type { CommonOptions } from './options';
import { bigIntegerAsText, writeJson } from './options';
import type { Terminal } from './terminal';
import { exit } from './terminal';

/** Prints every issue: path, what is wrong, what was given, what was expected, how to fix it. */
export function reportIssues(issues: readonly Issue[], terminal: Terminal): void {
  for (const issue of issues) terminal.err(formatIssue(issue, terminal));
  const errors = issues.filter(isError).length;
  const warnings = issues.length - errors;
  if (issues.length > 0) terminal.err(`${count(errors, 'error')}, ${count(warnings, 'warning')}`);
}

/** Issues as `--json` writes them: with the severity of the registry. */
export function issuesAsJson(issues: readonly Issue[]): readonly object[] {
  return issues.map((issue) => {
    const { code, ...rest } = issue;
    return { code, severity: messageOf(code).severity, ...rest, fix: fixOf(issue) };
  });
}

/** What to do: the advice for this very place, or else the one that the registry has for the code. */
function fixOf({ code, fix }: Issue): string {
  if (fix !== undefined) return fix;
  const general = messageOf(code).fix;
  return `${general.charAt(0).toLowerCase()}${general.slice(1).replace(/\.$/, '')}`;
}

/** Ends a command that cannot run: reports the issues, with `--json` on standard output too, and sets the exit code. */
export function refuse(issues: readonly Issue[], { json }: Pick<CommonOptions, 'json'>, terminal: Terminal): void {
  if (json) writeJson(terminal, { issues: issuesAsJson(issues) });
  reportIssues(issues, terminal);
  terminal.setExitCode(exit.badInput);
}

/** An error with a code as an issue, so that it is printed like one. */
export function issueOf({ code, place, problem, got, expected, fix }: CodedError): Issue {
  return { code, path: place, message: problem, got, expected: expected ?? messageOf(code).meaning, fix };
}

/** Prints the error that ends a program: one with a code like an issue, others with their stack. Sets the exit code. */
export function reportError(error: unknown, terminal: Terminal): void {
  if (!(error instanceof CodedError)) {
    terminal.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
    terminal.setExitCode(exit.findings);
    return;
  }
  reportIssues([issueOf(error)], terminal);
  terminal.setExitCode(error.fault === 'user' || error.fault === 'environment' ? exit.badInput : exit.findings);
}

function formatIssue(issue: Issue, { style }: Terminal): string {
  const mark = isError(issue) ? style.red('error') : style.yellow('warning');
  const lines = [`${mark} ${placeOf(issue, style.bold)}: ${issue.message}  ${style.dim(`[${issue.code}]`)}`];
  if (issue.got !== undefined) lines.push(`  got       ${written(issue.got)}`);
  lines.push(`  expected  ${issue.expected}`);
  lines.push(`  fix       ${fixOf(issue)}`);
  return lines.join('\n');
}

/** `config.ts:4:2` for an issue about a position in a file, with the path of the issue if it is not the file. */
function placeOf({ path, location }: Issue, bold: (text: string) => string): string {
  if (location === undefined) return bold(path);
  const { file, line, column } = location;
  return file === path ? bold(`${file}:${line}:${column}`) : `${file}:${line}:${column}: ${bold(path)}`;
}

/** JSON for values that JSON has, and source text for others, such as NaN, functions and symbols. */
function written(value: unknown): string {
  const isJson = typeof value === 'string' || typeof value === 'boolean' || typeof value === 'object';
  return isJson ? JSON.stringify(value, bigIntegerAsText) : inspect(value);
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
