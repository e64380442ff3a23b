import type { TemplateJson } from './aws-app';

/** A statement of any policy in a template, with lists where IAM allows one or many. */
export interface FoundStatement {
  /** Logical id of the resource and property the policy stands in. */
  readonly where: string;
  readonly type: string;
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly unknown[];
  readonly services: readonly string[];
  readonly condition: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
}

/** Every policy statement of a template, wherever it stands. */
export function statementsOf(template: TemplateJson): readonly FoundStatement[] {
  return Object.entries(template.Resources).flatMap(([id, { Type, Properties }]) => walk(Properties, id, Type));
}

function walk(value: unknown, where: string, type: string): readonly FoundStatement[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => walk(item, `${where}.${index}`, type));
  if (!isRecord(value)) return [];
  const own = Array.isArray(value.Statement)
    ? value.Statement.filter(isRecord)
        .filter((statement) => 'Effect' in statement)
        .map((statement, index) => found(statement, `${where}.Statement.${index}`, type))
    : [];
  return [...own, ...Object.entries(value).flatMap(([key, item]) => walk(item, `${where}.${key}`, type))];
}

function found(statement: Readonly<Record<string, unknown>>, where: string, type: string): FoundStatement {
  const principal = isRecord(statement.Principal) ? statement.Principal : {};
  return {
    where,
    type,
    effect: String(statement.Effect),
    actions: list(statement.Action).map(String),
    resources: list(statement.Resource),
    services: list(principal.Service).map(String),
    condition: isRecord(statement.Condition)
      ? (statement.Condition as Readonly<Record<string, Readonly<Record<string, unknown>>>>)
      : undefined,
  };
}

function list(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
