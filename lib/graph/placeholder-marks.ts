import { isRecord } from './json';
import { secretValue, unknownValue } from './placeholder';
import type { ResourceNode } from './resource-graph';

/** A text that holds a value of another resource: `${<urn>#<property>}`. */
const reference = /\$\{[^}]*#[^}]*\}/;

/** Paths of the placeholders in properties: what is known only after the deployment, and what is masked. */
export function placeholderMarks(properties: ResourceNode['properties']): Pick<ResourceNode, 'unknown' | 'secret'> {
  const unknown: string[] = [];
  const secret: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value === 'string') {
      if (value === secretValue) secret.push(path);
      else if (value === unknownValue || reference.test(value)) unknown.push(path);
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => {
        visit(item, `${path}.${index}`);
      });
    } else if (isRecord(value)) {
      for (const [key, item] of Object.entries(value)) visit(item, path === '' ? key : `${path}.${key}`);
    }
  };
  visit(properties, '');
  return {
    ...(unknown.length === 0 ? {} : { unknown: unknown.toSorted() }),
    ...(secret.length === 0 ? {} : { secret: secret.toSorted() }),
  };
}
