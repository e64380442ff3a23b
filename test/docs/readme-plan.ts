import { planText } from '../../bin/plan/text';
import { catalog } from '../../lib/catalog';
import { datePlan, plan, walkDecisions } from '../../lib/plan';
import { resolve } from '../../lib/platform';
import { planNote } from '../../lib/review/plan-report';
import reference from '../../llmops.config';
import { terminal } from '../helpers/terminal';

const block = /^```\nsupport-assistant[\s\S]*?^```$/m;
const leftOut = '⋮';
/** Whether a price is stale depends on the day. */
const today = '2026-11-30';

/** The README with the plan in it as it is printed now, shortened at `⋮`. */
export function readmeWithPlan(readme: string): string {
  return readme.replace(block, () => ['```', ...excerpt(printedPlan()), '```'].join('\n'));
}

function printedPlan(): readonly string[] {
  const resolved = resolve(reference);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  const planned = plan(resolved.value, 'dev', catalog);
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
  const dated = datePlan(planned.value, today);
  return planText(planNote(dated), [...walkDecisions(dated)].length, terminal(100)).split('\n');
}

function excerpt(lines: readonly string[]): readonly string[] {
  const [title = '', entry = '', rule = ''] = lines;
  return [
    ...[title, entry, rule, ...rowOf(lines, 'endpoint chat'), leftOut],
    ...[...rowOf(lines, 'quota chat'), leftOut],
    ...[rule, ...rowOf(lines, 'a month').slice(0, 1), leftOut],
    ...rowOf(lines, 'why', '  3. '),
    leftOut,
  ];
}

/** The lines from one that starts with a text to the next that is not indented, or that starts with another text. */
function rowOf(lines: readonly string[], start: string, end?: string): readonly string[] {
  const first = lines.findIndex((line) => line.startsWith(start));
  const after = lines.findIndex(
    (line, i) => i > first && (end === undefined ? !line.startsWith(' ') : line.startsWith(end)),
  );
  if (first < 0 || after < 0) throw new Error(`the printed plan has no row '${start}'`);
  return lines.slice(first, after);
}
