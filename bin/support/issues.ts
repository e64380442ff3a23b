import { isError } from '../../lib/spec';
import type { Issue } from '../../lib/spec';
import type { Terminal } from './terminal';

/** Prints every issue: path, what is wrong, what was given, what was expected, how to fix it. */
export function reportIssues(issues: readonly Issue[], terminal: Terminal): void {
  for (const issue of issues) terminal.err(formatIssue(issue, terminal));
  const errors = issues.filter(isError).length;
  const warnings = issues.length - errors;
  if (issues.length > 0) terminal.err(`${count(errors, 'error')}, ${count(warnings, 'warning')}`);
}

function formatIssue(issue: Issue, { style }: Terminal): string {
  const mark = isError(issue) ? style.red('error') : style.yellow('warning');
  const where = issue.location === undefined ? '' : `${issue.location.file}:${issue.location.line}: `;
  const lines = [`${mark} ${where}${style.bold(issue.path)}: ${issue.message}  ${style.dim(`[${issue.code}]`)}`];
  if (issue.got !== undefined) lines.push(`  got       ${written(issue.got)}`);
  lines.push(`  expected  ${issue.expected}`);
  if (issue.fix !== undefined) lines.push(`  fix       ${issue.fix}`);
  return lines.join('\n');
}

/** JSON, and NaN and infinities as they are: JSON has no word for them but null. */
function written(value: unknown): string {
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
