import type { Json } from '../../../constraints/json';
import { isObject } from '../../../constraints/json';
import { resourceSchema, resourceTypes } from '../../../constraints/schema/service-spec';
import { cdkMetadata, isCustomResource, refusedTypes } from '../../../constraints/schema/special-types';
import { suggestion } from '../../../constraints/suggest';
import { validationError } from '../errors';
import { attributeType } from '../schema/attributes';
import { pseudoParameters } from './pseudo-parameters';
import { references } from './references';
import type { Template } from './template';

/**
 * Refuses what is wrong for every parameter value: unknown types, references to nothing, attributes that a type lacks, unknown
 * conditions. All branches are checked, as in the real service, which checks before it evaluates conditions.
 * @throws ServiceError (ValidationError)
 */
export function checkTemplate(template: Template): void {
  checkTypes(template);
  for (const [logicalId, resource] of template.resources) {
    const path = `/Resources/${logicalId}`;
    for (const target of resource.dependsOn) {
      if (!template.resources.has(target)) {
        throw validationError(
          `Template format error: Unresolved resource dependencies [${target}] in the Resources block of the template (${path}/DependsOn)${suggest(target, [...template.resources.keys()])}`,
        );
      }
    }
    checkCondition(template, resource.condition, path);
    checkReferences(template, resource.properties, `${path}/Properties`, 'Resources');
  }
  for (const [name, output] of template.outputs) {
    checkCondition(template, output.condition, `/Outputs/${name}`);
    checkReferences(template, output.value, `/Outputs/${name}/Value`, 'Outputs');
  }
}

function checkTypes(template: Template): void {
  const unknown = [...template.resources.values()].filter(
    ({ type }) => type !== cdkMetadata && !isCustomResource(type) && resourceSchema(type) === undefined,
  );
  if (unknown.length > 0) {
    const types = unknown.map(({ type, logicalId }) => `${type} (resource ${logicalId})`).join(', ');
    throw validationError(
      `Template format error: Unrecognized resource types: [${types}]${suggest(unknown[0]?.type ?? '', resourceTypes())}`,
    );
  }
  for (const { type, logicalId } of template.resources.values()) {
    const reason = refusedTypes[type];
    if (reason !== undefined)
      throw validationError(`Template error: resource ${logicalId} of type ${type} is refused: ${reason}`);
  }
}

function checkCondition(template: Template, condition: string | undefined, path: string): void {
  if (condition !== undefined && template.conditions[condition] === undefined) {
    throw validationError(`Template format error: Unresolved condition dependency ${condition} (${path}/Condition)`);
  }
}

function checkReferences(template: Template, value: Json, path: string, block: string): void {
  for (const reference of references(value, path)) {
    const declaration = template.resources.get(reference.target);
    if (reference.attribute === undefined) {
      if (
        declaration !== undefined ||
        isObject(template.parameters[reference.target]) ||
        pseudoParameters.has(reference.target)
      )
        continue;
      const names = [...template.resources.keys(), ...Object.keys(template.parameters), ...pseudoParameters];
      throw validationError(
        `Template format error: Unresolved resource dependencies [${reference.target}] in the ${block} block of the template (${reference.path})${suggest(reference.target, names)}`,
      );
    }
    if (declaration === undefined) {
      throw validationError(
        `Template error: instance of Fn::GetAtt references undefined resource ${reference.target} (${reference.path})${suggest(reference.target, [...template.resources.keys()])}`,
      );
    }
    if (attributeType(declaration.type, reference.attribute) === undefined) {
      const known = Object.keys(resourceSchema(declaration.type)?.attributes ?? {});
      throw validationError(
        `Template error: resource ${reference.target} does not support attribute type ${reference.attribute} in Fn::GetAtt (${reference.path}); ${declaration.type} has [${known.join(', ')}]${suggest(reference.attribute, known)}`,
      );
    }
  }
}

function suggest(name: string, known: readonly string[]): string {
  const meant = suggestion(name, known);
  return meant === undefined ? '' : ` - did you mean ${meant}?`;
}
