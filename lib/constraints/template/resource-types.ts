import type { TemplateConstraint } from '../constraint';
import { own } from '../json';
import { resourceSchema, resourceTypes } from '../schema/service-spec';
import { cdkMetadata, isCustomResource } from '../schema/special-types';
import { breach, didYouMean, resourcesOf } from './sections';

/** Extensions that an account may have activated: modules, and types of other publishers. */
const outside = /::MODULE$|^(?!AWS::|Alexa::)[A-Za-z0-9]+::[A-Za-z0-9]+::[A-Za-z0-9]+$/;

/** Every resource type exists. */
export const resourceTypesExist: TemplateConstraint = {
  id: 'template-resource-types',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
    asOf: '2026-11-30',
  },
  check(template) {
    const unknown = resourcesOf(template).flatMap(([logicalId, resource]) => {
      const type = own(resource, 'Type');
      return typeof type !== 'string' || type === cdkMetadata || isCustomResource(type) || outside.test(type)
        ? []
        : resourceSchema(type) === undefined
          ? [{ logicalId, type }]
          : [];
    });
    const [first] = unknown;
    if (first === undefined) return [];
    const types = unknown.map(({ type, logicalId }) => `${type} (resource ${logicalId})`).join(', ');
    const problem = `Template format error: Unrecognized resource types: [${types}]${didYouMean(first.type, resourceTypes())}`;
    return [breach(`/Resources/${first.logicalId}/Type`, problem, 'use a type that CloudFormation has')];
  },
};
