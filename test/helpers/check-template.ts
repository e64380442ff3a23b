import { hostImageFact } from '../../bin/check/host-image';
import { profileRegions } from '../../bin/check/profile-regions';
import type { PropertyValue } from '../../lib/graph';
import { readAssembly } from '../../lib/graph';
import { validateTemplate } from '../../lib/constraints/schema/validate';
import type { Finding } from '../../lib/review';
import { check, rules } from '../../lib/review';

/** A resource of a CloudFormation template. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: { readonly [key: string]: PropertyValue };
}

/** What `llmops check` finds in a template with these resources. */
export function checkTemplate(resources: Readonly<Record<string, TemplateResource>>): readonly Finding[] {
  const graph = readAssembly([{ environment: 'file', stack: 'template', template: { Resources: resources } }]);
  return check(graph, rules, { schemaViolations: validateTemplate, hostImage: hostImageFact, profileRegions }).findings;
}

/** The same as `<code> <logical id>: <path>`, a line for each finding. */
export function findingsOf(resources: Readonly<Record<string, TemplateResource>>): readonly string[] {
  return checkTemplate(resources).map(
    ({ rule, address, path }) => `${rule} ${address.slice('template/'.length)}: ${path}`,
  );
}
