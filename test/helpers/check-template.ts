import { hostImageFact } from '../../bin/check/host-image';
import { profileRegions } from '../../bin/check/profile-regions';
import { templateFindings } from '../../bin/check/template-findings';
import type { JsonObject } from '../../lib/constraints/json';
import { validateTemplate } from '../../lib/constraints/schema/validate';
import { withMacros } from '../../lib/constraints/template/macros';
import type { PropertyValue } from '../../lib/graph';
import { readAssembly } from '../../lib/graph';
import type { Finding, Pack } from '../../lib/review';
import { check, rulesOf } from '../../lib/review';
import { breachesOf } from '../../lib/review/breaches';

/** A resource of a CloudFormation template. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: { readonly [key: string]: PropertyValue };
}

/** What `llmops check` finds in a template with these resources. */
export function checkTemplate(resources: Readonly<Record<string, TemplateResource>>): readonly Finding[] {
  return checkWholeTemplate({ Resources: resources });
}

/** What `llmops check --region` finds in a template with the rules of a pack. */
export function checkWholeTemplate(template: object, region?: string, pack: Pack = 'baseline'): readonly Finding[] {
  const stack = { environment: 'file', stack: 'template', template };
  const context = {
    schemaViolations: validateTemplate,
    breaches: breachesOf(() => region),
    hostImage: hostImageFact,
    profileRegions,
  };
  // As `readGraphFile` does: loops are run before the graph is read.
  const { resources } = withMacros(template as JsonObject);
  return [
    ...templateFindings(stack),
    ...check(readAssembly([{ ...stack, template: resources }]), rulesOf(pack), context).findings,
  ];
}

/** The same as `<code> <logical id>: <path>`, a line for each finding, of the rules whose code matches. */
export function findingsOf(
  resources: Readonly<Record<string, TemplateResource>>,
  codes: RegExp = /./,
): readonly string[] {
  return checkTemplate(resources)
    .filter(({ rule }) => codes.test(rule))
    .map(({ rule, address, path }) => `${rule} ${address.slice('template/'.length)}: ${path}`);
}
