import { own } from '../../../constraints/json';
import { resourceSchema } from '../../../constraints/schema/service-spec';
import { cdkMetadata, isCustomResource, refusedTypes } from '../../../constraints/schema/special-types';
import { meaningBreaches } from '../../../constraints/template';
import { validationError } from '../errors';
import { refuse } from './refuse';
import type { Template } from './template';

/**
 * Refuses what is wrong for every parameter value: unknown types, references to nothing, attributes that a type lacks, unknown
 * conditions. All branches are checked, as in the real service, which checks before it evaluates conditions.
 * @throws ServiceError (ValidationError)
 */
export function checkTemplate(template: Template): void {
  // What a loop over an unknown collection makes is not there to be referred to.
  if (template.partial) return;
  refuse(meaningBreaches(template.document));
  for (const { type, logicalId } of template.resources.values()) {
    const reason = own(refusedTypes, type);
    if (typeof reason === 'string')
      throw validationError(`Template error: resource ${logicalId} of type ${type} is refused: ${reason}`);
    // An account of the local cloud has activated no extension.
    if (type !== cdkMetadata && !isCustomResource(type) && resourceSchema(type) === undefined)
      throw validationError(`Template format error: Unrecognized resource types: [${type} (resource ${logicalId})]`);
  }
}
