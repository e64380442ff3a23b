import { behaviourInWords } from '../../lib/local/behaviour';
import type { RehearsalProgress, RehearsalReport } from '../../lib/local/rehearsal';
import { columns } from '../terminal/layout';
import type { Terminal } from '../terminal/terminal';

/** Details that are printed: a stack or resource reached a final state, or the CLI reports an error. */
const isPrinted = /_(COMPLETE|FAILED)\b.*AWS::CloudFormation::Stack|❌|\bfailed\b|^Error/i;

/** One line when a step starts, one when it ends, and lines for its stacks; the same on a terminal and in CI. */
export function printProgress(progress: RehearsalProgress, { err, style }: Terminal): void {
  switch (progress.kind) {
    case 'started':
      err(style.dim(`… ${progress.step}`));
      return;
    case 'detail':
      if (isPrinted.test(progress.text)) err(style.dim(`  ${progress.step} │ ${progress.text.trim()}`));
      return;
    case 'finished': {
      const { name, ok, seconds, expected, seen } = progress.step;
      err(`${ok ? style.green('✓') : style.red('✗')} ${name}  ${style.dim(`${seconds.toFixed(1)} s`)}`);
      err(`  ${style.dim('expected')} ${expected}`);
      err(`  ${style.dim('seen    ')} ${seen}`);
    }
  }
}

/** Resources that a line names; the report in the file has all. */
const namedResources = 2;

function skippedLines(title: string, lines: RehearsalReport['simulated']): readonly string[] {
  return lines.map(({ what, type, resources, times }) => {
    const more = resources.length > namedResources ? ` and ${resources.length - namedResources} more` : '';
    const where = `${resources.slice(0, namedResources).join(', ')}${more}`;
    return `${title}: ${type}: ${what} (${where}; ${times === 1 ? 'once' : `${times} times`})`;
  });
}

/** Each question with its answer and the documents that it cites. */
function answerLines(answers: RehearsalReport['answers']): readonly string[] {
  return answers.flatMap(({ cloud, question, answer, citations }) => [
    `${cloud}  asked     ${question}`,
    `     answered  ${answer}`,
    ...citations.map(({ document }) => `     cited     ${document}`),
  ]);
}

/** The resources of each cloud and stack, what the local cloud skipped, and what the rehearsal does not prove. */
export function printReport(report: RehearsalReport, file: string, { out, err, style }: Terminal): void {
  const rows = report.stacks.map((stack) => [stack.cloud, stack.name, stack.status, String(stack.resources.length)]);
  for (const line of columns([['cloud', 'stack', 'status', 'resources'], ...rows])) out(line);
  out(
    `second deploy: ${report.secondDeploy.empty ? 'no changes' : [...report.secondDeploy.aws, ...report.secondDeploy.azure].join(', ') || 'not reached'}`,
  );
  for (const line of answerLines(report.answers)) out(line);
  for (const kept of report.kept) out(`kept: ${kept}`);
  for (const failure of report.failures) err(`${style.red('failure')} ${failure}`);
  for (const line of skippedLines('simulated', report.simulated)) out(line);
  for (const line of skippedLines('not verified', report.unverified)) out(line);
  out(`${behaviourInWords(report.behaviour)}: the list is \`behaviour\` in ${file}`);
  out(`not proven here: ${report.notProven.join('; ')}`);
  out(
    `${report.ok ? style.green('passed') : style.red('failed')} in ${report.seconds.toFixed(1)} s, details in ${file}`,
  );
}
