import type { Alternative, Decision, EnvironmentPlan } from '../../lib/plan';
import type { Terminal } from './terminal';

/** One decision and where it stands in the plan. */
interface Row {
  readonly path: string;
  readonly decision: Decision<unknown>;
}

/** Characters of the first two columns; the reasons take the rest of the line. */
const columns = { what: 36, value: 46, gap: 2 };

/** A plan as an engineer's note: one table per part, each value with its reason. */
export function planTable(plan: EnvironmentPlan, explain: boolean, terminal: Terminal): string {
  const { style } = terminal;
  const rows = decisionsOf(plan, '');
  const parts = [...new Set(rows.map(({ path }) => partOf(path)))];
  const tables = parts.map((part) => {
    const lines = rows
      .filter(({ path }) => partOf(path) === part)
      .flatMap((row) =>
        tableRow(restOf(row.path, part), show(row.decision.value), reasons(row.decision, explain), terminal),
      );
    return `${style.bold(style.underline(part))}\n${lines.join('\n')}`;
  });
  return [style.bold(`${plan.platform} · ${plan.environment} (${plan.tier})`), ...tables].join('\n\n');
}

function tableRow(what: string, value: string, because: string, { columns: width, style }: Terminal): string[] {
  const cells = [
    wrap(what, columns.what),
    wrap(value, columns.value),
    wrap(because, width - columns.what - columns.value - 2 * columns.gap),
  ] as const;
  const height = Math.max(...cells.map((lines) => lines.length));
  const gap = ' '.repeat(columns.gap);
  return Array.from({ length: height }, (_line, i) => {
    const [left = '', middle = '', right = ''] = cells.map((lines) => lines[i] ?? '');
    return `${left.padEnd(columns.what)}${gap}${style.bold(middle.padEnd(columns.value))}${gap}${style.dim(right)}`.trimEnd();
  });
}

/** Lines of at most `width` characters, broken between words; only a word longer than a line is broken itself. */
function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = [];
    let current = '';
    for (const word of line.split(' ')) {
      const longer = current === '' ? word : `${current} ${word}`;
      if (longer.length <= width) {
        current = longer;
        continue;
      }
      if (current !== '') lines.push(current);
      const pieces = word.match(new RegExp(`.{1,${width}}`, 'g')) ?? [''];
      lines.push(...pieces.slice(0, -1));
      current = pieces.at(-1) ?? '';
    }
    return [...lines, current];
  });
}

function decisionsOf(node: unknown, path: string): Row[] {
  if (typeof node !== 'object' || node === null) return [];
  if (isDecision(node)) return [{ path, decision: node }];
  return Object.entries(node).flatMap(([key, value]) => decisionsOf(value, path === '' ? key : `${path}.${key}`));
}

function isDecision(node: object): node is Decision<unknown> {
  return 'value' in node && 'because' in node && 'rejected' in node;
}

/** `aws.deployment.endpoints.chat.x` belongs to `aws.deployment`; a value of the whole cloud to `aws`. */
function partOf(path: string): string {
  const [cloud = '', second, third] = path.split('.');
  if (cloud !== 'aws' && cloud !== 'azure') return 'platform';
  return third === undefined || second === 'stackNames' ? cloud : `${cloud}.${second ?? ''}`;
}

function restOf(path: string, part: string): string {
  return path.startsWith(`${part}.`) ? path.slice(part.length + 1) : path;
}

/** A value on as few lines as stay readable: entries of a record and members of a list of records get their own. */
function show(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) {
    const plain = value.every((item) => typeof item !== 'object');
    return value.length === 0
      ? 'none'
      : value.map((item) => (plain ? String(item) : inline(item))).join(plain ? ', ' : '\n');
  }
  const entries = Object.entries(value);
  return entries.length === 0 ? 'none' : entries.map(([key, item]) => `${key}: ${inline(item)}`).join('\n');
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return value.map(inline).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, item]) => `${key} ${inline(item)}`)
    .join('; ');
}

function reasons(decision: Decision<unknown>, explain: boolean): string {
  const because = decision.because.map(({ text, source }) =>
    source === undefined ? text : `${text} (${source.name}, ${source.asOf})`,
  );
  if (!explain) return because.join('\n');
  return [...because, ...decision.rejected.map(rejection)].join('\n');
}

function rejection({ value, reason, usdPerMonth }: Alternative): string {
  const price = usdPerMonth === undefined ? '' : ` at about ${Math.round(usdPerMonth)} USD a month`;
  return `not ${value}${price}: ${reason}`;
}
