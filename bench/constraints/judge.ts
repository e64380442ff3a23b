import { validateTemplate } from '../../lib/constraints/schema/validate';
import { readAssembly } from '../../lib/graph';
import type { Finding } from '../../lib/review';
import { check } from '../../lib/review';
import { breachesOf } from '../../lib/review/breaches';
import { constraintViolation } from '../../lib/review/rules/deployment/constraint-violation';
import { schemaViolation } from '../../lib/review/rules/deployment/schema-violation';
import type { Base } from './bases';
import type { Plant } from './plant';

/** How a fault is received: refused at its place, refused elsewhere, or not. */
export type Outcome = 'right reason' | 'wrong reason' | 'accepted';

const context = { schemaViolations: validateTemplate, breaches: breachesOf(() => undefined) };

function findingsOf({ type, properties }: Base): readonly Finding[] {
  const template = { Resources: { Subject: { Type: type, Properties: properties } } };
  const graph = readAssembly([{ environment: 'file', stack: 'template', template }]);
  return check(graph, [schemaViolation, constraintViolation], context).findings;
}

/**
 * What `llmops check` says about a resource with a fault, beyond what it says about the same without.
 *
 * @param base - the resource without fault. @default - every finding counts
 */
export function judge(type: string, plant: Plant, base?: Base): { readonly outcome: Outcome; readonly said: string } {
  const line = ({ path, message }: Finding): string => `${path}: ${message}`;
  const known = new Set(base === undefined ? [] : findingsOf(base).map(line));
  const found = findingsOf({ type, properties: plant.properties }).filter((each) => !known.has(line(each)));
  const said = found.map(line).join('; ').slice(0, 300);
  if (found.length === 0) return { outcome: 'accepted', said };
  const place = plant.path.join('.');
  const right = found.some(
    ({ path, message }) =>
      (path === place && (plant.name === undefined || message.includes(plant.name))) ||
      // A wrong element is named by its list, and a list by its elements.
      (path.startsWith(place) && plant.name === undefined) ||
      (plant.name !== undefined && path === [...plant.path, plant.name].join('.')),
  );
  return { outcome: right ? 'right reason' : 'wrong reason', said };
}
