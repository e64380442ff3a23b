import { typeInRegion } from '../../../constraints/regions';
import { cdkMetadata, isCustomResource } from '../../../constraints/schema/special-types';
import { validationError } from '../errors';
import type { ResourceDeclaration, Template } from './template';

/**
 * Refuses resource types that a region does not have.
 *
 * @returns the resources of which it is not known whether the region has their type
 * @throws ServiceError (ValidationError)
 */
export function checkRegion(template: Template, region: string): readonly ResourceDeclaration[] {
  const declared = [...template.resources.values()].filter(
    ({ type }) => type !== cdkMetadata && !isCustomResource(type),
  );
  const missing = declared.filter(({ type }) => typeInRegion(type, region) === false);
  if (missing.length > 0) {
    const types = missing.map(({ type, logicalId }) => `${type} (resource ${logicalId})`).join(', ');
    throw validationError(
      `Template format error: Unrecognized resource types: [${types}]: ${region} does not have them`,
    );
  }
  return declared.filter(({ type }) => typeInRegion(type, region) === undefined);
}
