import { stringify } from 'yaml';
import type { TemplateJson } from './aws-app';

/** What the CDK puts into every template: no decision of this project. */
const cdkParameters: ReadonlySet<string> = new Set(['BootstrapVersion']);

/** Left out: tags are asserted for all resources by a test of their own, and metadata is for tools. */
const noise: ReadonlySet<string> = new Set(['Tags', 'Metadata']);

/**
 * A template as a reviewer reads it: YAML, ids without the hashes that follow from construct paths, and references as
 * `${Id}` or `${Id.Attribute}`.
 */
export function readable(template: TemplateJson): string {
  const parameters = Object.entries(template.Parameters).filter(([id]) => !cdkParameters.has(id));
  const ids = [...Object.keys(template.Resources), ...Object.keys(template.Parameters)];
  const names = new Map(ids.map((id) => [id, id.replace(/[0-9A-F]{8}$/, '')]));
  const body = { Parameters: Object.fromEntries(parameters), Resources: template.Resources };
  return stringify(shorten(body, names), { lineWidth: 120, aliasDuplicateObjects: false });
}

function shorten(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => shorten(item, names));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (only !== undefined && entries.length === 1) {
    const reference = referenceText(only[0], shorten(only[1], names));
    if (reference !== undefined) return reference;
  }
  return Object.fromEntries(
    entries.filter(([key]) => !noise.has(key)).map(([key, item]) => [names.get(key) ?? key, shorten(item, names)]),
  );
}

/** An intrinsic function in one string, when it is one of those that refer to something. */
function referenceText(name: string, operand: unknown): string | undefined {
  if (name === 'Ref' && typeof operand === 'string') return `\${${operand}}`;
  if (!Array.isArray(operand)) return undefined;
  const [first, second] = operand as readonly unknown[];
  if (name === 'Fn::GetAtt') return `\${${String(first)}.${String(second)}}`;
  if (name === 'Fn::Select') return `${String(second)}[${String(first)}]`;
  if (name === 'Fn::Join' && first === '' && Array.isArray(second)) return second.map(String).join('');
  return undefined;
}
