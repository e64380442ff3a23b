import type { Breach, TemplateConstraint } from '../constraint';
import type { Json, JsonObject } from '../json';
import { isList, isObject, own } from '../json';
import { resourceSchema } from '../schema/service-spec';
import { attributeType } from './attributes';
import type { Reference } from './references';
import { references } from './references';
import { breach, didYouMean, membersOf, partsOf, pseudoParameters, resourcesOf } from './sections';

/** Every Ref, GetAtt, Sub and DependsOn names something that the template declares: in branches that are not taken too. */
export const referencesExist: TemplateConstraint = {
  id: 'template-references',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html',
    asOf: '2026-11-30',
  },
  check: (template) => [
    ...resourcesOf(template).flatMap(([id, resource]) => dependencyBreaches(template, id, resource)),
    ...partsOf(template).flatMap(({ value, path, block }) =>
      references(value, path).flatMap((reference) => referenceBreaches(template, reference, block)),
    ),
  ],
};

function dependencyBreaches(template: JsonObject, id: string, resource: JsonObject): readonly Breach[] {
  const declared = own(resource, 'DependsOn') ?? [];
  const path = `/Resources/${id}/DependsOn`;
  return (isList(declared) ? declared : [declared]).flatMap((target) =>
    typeof target !== 'string' || own(own(template, 'Resources'), target) !== undefined
      ? []
      : [nothing(target, 'Resources', path, namesOf(template, 'Resources'))],
  );
}

function referenceBreaches(
  template: JsonObject,
  { target, attribute, path }: Reference,
  block: string,
): readonly Breach[] {
  const resource = own(own(template, 'Resources'), target);
  if (attribute === undefined) {
    const parameter = own(own(template, 'Parameters'), target);
    if (isObject(resource) || isObject(parameter) || pseudoParameters.has(target)) return [];
    const names = [...namesOf(template, 'Resources'), ...namesOf(template, 'Parameters'), ...pseudoParameters];
    return [nothing(target, block, path, names)];
  }
  if (!isObject(resource)) {
    const problem = `Template error: instance of Fn::GetAtt references undefined resource ${target} (${path})${didYouMean(target, namesOf(template, 'Resources'))}`;
    return [breach(path, problem, 'name a resource of the template')];
  }
  return attributeBreaches(own(resource, 'Type'), target, attribute, path);
}

function attributeBreaches(type: Json | undefined, target: string, attribute: string, path: string): readonly Breach[] {
  if (typeof type !== 'string' || attributeType(type, attribute) !== undefined) return [];
  const schema = resourceSchema(type);
  // A type that does not exist is another rule's breach; CDK metadata is no resource of the registry.
  if (schema === undefined && type !== 'AWS::CDK::Metadata') return [];
  const known = Object.keys(schema?.attributes ?? {});
  const problem = `Template error: resource ${target} does not support attribute type ${attribute} in Fn::GetAtt (${path}); ${type} has [${known.join(', ')}]${didYouMean(attribute, known)}`;
  return [breach(path, problem, 'use an attribute that the type has')];
}

function nothing(target: string, block: string, path: string, names: readonly string[]): Breach {
  const problem = `Template format error: Unresolved resource dependencies [${target}] in the ${block} block of the template (${path})${didYouMean(target, names)}`;
  return breach(path, problem, 'name a resource or parameter of the template');
}

function namesOf(template: JsonObject, section: string): readonly string[] {
  return membersOf(template, section).map(([name]) => name);
}
