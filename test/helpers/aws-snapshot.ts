import type { TemplateJson } from './aws-app';

/** What the CDK puts into every template: no decision of this project. */
const CDK_PARAMETERS: ReadonlySet<string> = new Set(['BootstrapVersion']);

/**
 * A template as a reviewer reads it: ids without the hashes that follow from construct paths, tags left out, because one
 * test asserts them for all resources, and without what the CDK adds to every stack.
 */
export function readable(template: TemplateJson): unknown {
  const ids = [...Object.keys(template.Resources), ...Object.keys(template.Parameters)];
  const names = new Map(ids.map((id) => [id, id.replace(/[0-9A-F]{8}$/, '')]));
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string') return names.get(value) ?? value;
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== 'Tags' && key !== 'Metadata')
        .map(([key, item]) => [names.get(key) ?? key, rename(item)]),
    );
  };
  const parameters = Object.entries(template.Parameters).filter(([id]) => !CDK_PARAMETERS.has(id));
  return rename({ Parameters: Object.fromEntries(parameters), Resources: template.Resources });
}
