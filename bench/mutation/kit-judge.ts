import { profileRegions } from '../../bin/check/profile-regions';
import { templateFindings } from '../../bin/check/template-findings';
import { validateTemplate } from '../../lib/constraints/schema/validate';
import type { ResourceNode } from '../../lib/graph';
import { readAssembly } from '../../lib/graph';
import { check, rules } from '../../lib/review';
import { breachesOf } from '../../lib/review/breaches';
import type { Template } from './template';

/** The codes of what `llmops check --pack regulated` finds; `invalid` for a template that its schemas refuse. */
export function judgedByKit(template: Template): readonly string[] | 'invalid' {
  const stack = { environment: 'file', stack: 'template', template };
  const graph = readAssembly([stack]);
  if (graph.some(isInvalid)) return 'invalid';
  const context = { breaches: breachesOf(() => 'eu-central-1'), profileRegions };
  const found = [...templateFindings(stack), ...check(graph, rules, context).findings];
  return found.map(({ rule }) => rule);
}

function isInvalid({ type, properties }: ResourceNode): boolean {
  return validateTemplate(type, properties).length > 0;
}
