import Table from 'cli-table3';
import type { Alternative, Decision, EnvironmentPlan } from '../../lib/plan';
import type { Terminal } from './terminal';

/** One decision and where it stands in the plan. */
interface Row {
  readonly path: string;
  readonly decision: Decision<unknown>;
}

/** A plan as an engineer's note: one table per part, each value with its reason. */
export function planTable(plan: EnvironmentPlan, explain: boolean, { style }: Terminal): string {
  const rows = decisionsOf(plan, '');
  const parts = [...new Set(rows.map(({ path }) => partOf(path)))];
  const tables = parts.map((part) => {
    const table = new Table({
      head: ['what', 'value', 'because'],
      colWidths: [38, 44, 76],
      wordWrap: true,
      wrapOnWordBoundary: false,
      style: { head: [], border: [] },
    });
    for (const row of rows.filter(({ path }) => partOf(path) === part)) {
      table.push([restOf(row.path, part), show(row.decision.value), reasons(row.decision, explain)]);
    }
    return `${style.bold(part)}\n${table.toString()}`;
  });
  const title = `${plan.platform} · ${plan.environment} (${plan.tier})`;
  return [style.bold(title), ...tables].join('\n\n');
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

function show(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(show).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, item]) => `${key}: ${show(item)}`)
    .join('\n');
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
