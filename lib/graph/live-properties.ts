import { asText, isRecord, propertyValue } from './json';
import type { LiveProperty } from './live-change';
import { secretValue, unknownValue } from './placeholder';

/** Levels that are compared one by one; what lies deeper is not compared. */
const deepest = 40;

/**
 * Scalars of what was declared that are live with another value. What only the live side has was filled in by the provider and
 * is left out; so is what the live side lacks, because providers do not answer everything that they were sent; and a list of
 * another length, whose elements cannot be told apart, is one property. Texts are compared without case: Azure Resource Manager
 * answers names and ids in another case than they were sent.
 */
export function liveProperties(declared: unknown, live: unknown): readonly LiveProperty[] {
  const found: LiveProperty[] = [];
  compare(found, [], declared, live);
  return found;
}

function compare(
  found: LiveProperty[],
  path: readonly string[],
  ...[declared, live]: readonly [unknown, unknown]
): void {
  if (path.length > deepest || live === undefined || live === null || declared === null) return;
  const differs = (): void => {
    found.push({ path: path.join('.'), released: propertyValue(declared), live: propertyValue(live) });
  };
  if (Array.isArray(declared) && Array.isArray(live)) {
    const items: readonly unknown[] = live;
    if (declared.length === items.length)
      declared.forEach((item, index) => {
        compare(found, [...path, String(index)], item, items[index]);
      });
    else if (!holdsMask(declared) && !holdsMask(live)) differs();
    return;
  }
  if (isRecord(declared) && isRecord(live)) {
    for (const [key, item] of Object.entries(declared))
      if (Object.hasOwn(live, key)) compare(found, [...path, key], item, live[key]);
    return;
  }
  // A reference stands where the other side has the value itself.
  if (typeof declared === 'object' || typeof live === 'object' || isMask(declared) || isMask(live)) return;
  if (textOf(declared) !== textOf(live)) differs();
}

/** A scalar as a text: a template may write a number or truth value as one. */
function textOf(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).toLowerCase();
}

/** A value that is secret, unknown, or a reference to another resource. */
function isMask(value: unknown): boolean {
  return value === secretValue || value === unknownValue || asText(value)?.includes('${') === true;
}

function holdsMask(value: unknown): boolean {
  const text = JSON.stringify(value);
  return text.includes(secretValue) || text.includes(unknownValue) || text.includes('${');
}
