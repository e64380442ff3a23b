import type { JsonObject } from '../../../constraints/json';
import { isList, isObject, scalarText } from '../../../constraints/json';
import { ServiceError } from '../errors';
import type { Cloud } from '../state/cloud';
import type { DeploymentRequest } from './planned';
import type { Stack } from './stack';
import { objectText } from './template-url';

/** The deployment that an `AWS::CloudFormation::Stack` describes. @throws ServiceError (ValidationError, NotImplemented) */
export function nestedRequest(properties: JsonObject, parent: Stack, cloud: Cloud): DeploymentRequest {
  if (properties['TimeoutInMinutes'] !== undefined) {
    // As for the request of a stack: a limit that nobody watches is not taken.
    throw new ServiceError(
      'NotImplemented',
      'The local cloud does not implement TimeoutInMinutes of a nested stack',
      501,
    );
  }
  const { request } = parent.running ?? {};
  const { Parameters: parameters, NotificationARNs: arns, Tags: tags } = properties;
  const own = isList(tags) ? tags.flatMap((tag) => (isObject(tag) ? [tag] : [])) : [];
  return {
    templateText: objectText(scalarText(properties['TemplateURL']) ?? '', {
      cloud,
      account: parent.account,
      region: parent.region,
      caller: parent.actor,
    }),
    parameters: Object.entries(isObject(parameters) ? parameters : {}).map(([key, value]) => ({
      key,
      value: isList(value) ? value.map((one) => scalarText(one) ?? '').join(',') : scalarText(value),
      usePreviousValue: false,
    })),
    // The tags of the parent go to its children; those of the child itself win.
    tags: [
      ...new Map([
        ...(request?.tags ?? []),
        ...own.map(({ Key, Value }) => [scalarText(Key) ?? '', scalarText(Value) ?? ''] as const),
      ]),
    ],
    capabilities: request?.capabilities ?? parent.deployment?.capabilities ?? [],
    notificationArns: isList(arns) ? arns.map((arn) => scalarText(arn) ?? '') : [],
  };
}
