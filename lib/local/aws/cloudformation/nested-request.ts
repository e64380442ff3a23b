import type { JsonObject } from '../../../constraints/json';
import { isList, isObject, scalarText } from '../../../constraints/json';
import type { Cloud } from '../state/cloud';
import type { DeploymentRequest } from './planned';
import type { Stack } from './stack';
import { objectText } from './template-url';

/**
 * The deployment that an `AWS::CloudFormation::Stack` describes.
 * @param request the deployment of its parent
 * @throws ServiceError (ValidationError)
 */
export function nestedRequest(
  properties: JsonObject,
  parent: Stack,
  cloud: Cloud,
  request: DeploymentRequest | undefined = parent.running?.request,
): DeploymentRequest {
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

/** How long the creation of a nested stack may take, in minutes. @default - no limit */
export function nestedTimeout({ TimeoutInMinutes: minutes }: JsonObject): number | undefined {
  const text = scalarText(minutes);
  return text === undefined ? undefined : Number(text);
}
