import type { TemplateConstraint } from '../constraint';
import type { Json, JsonObject } from '../json';
import { breach } from './sections';

/**
 * Levels of a template at most. The service has a limit that it does not publish; templates that people and the CDK write stay
 * below 40, and what nests deeper cannot be walked safely.
 */
const mostLevels = 200;

/** A template nests less deep than this cloud reads. */
export const templateNesting: TemplateConstraint = {
  id: 'template-nesting',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html',
    asOf: '2026-11-30',
  },
  check(template) {
    if (!nestsDeep(template)) return [];
    const problem = `Template format error: the template nests deeper than ${mostLevels} levels`;
    return [breach('', problem, 'write a template that nests less')];
  },
};

/** Whether a value nests deeper than this cloud reads. A loop, because the value can nest deeper than the call stack. */
export function nestsDeep(template: JsonObject): boolean {
  let level: readonly Json[] = [template];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostLevels) return true;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? childrenOf(value) : []));
  }
  return false;
}

function childrenOf(value: object): readonly Json[] {
  return (Array.isArray(value) ? value : Object.values(value)).filter(
    (child: Json) => typeof child === 'object' && child !== null,
  );
}
