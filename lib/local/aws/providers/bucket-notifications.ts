import { isObject } from '../../../constraints/json';
import { listAt, textAt } from '../../../constraints/value';
import type { Made } from '../cloudformation/deployed';
import type { Cloud } from '../state/cloud';
import type { ExistingResource } from '../state/registry';
import type { FunctionModel } from './function-model';
import { ResourceFailure } from './provider';

/** Where a kind of notification goes: the list of the configuration, the field of its ARN, the type of the resource. */
const destinations = [
  ['LambdaFunctionConfigurations', 'LambdaFunctionArn', 'AWS::Lambda::Function'],
  ['QueueConfigurations', 'QueueArn', 'AWS::SQS::Queue'],
  ['TopicConfigurations', 'TopicArn', 'AWS::SNS::Topic'],
] as const;

/**
 * Bucket notifications: what their Python function does (aws-cdk-lib 2.276.0, aws-s3/notifications-resource-handler). The
 * configuration is that of the resource: whoever writes to the bucket reads it there.
 */
export const bucketNotifications: FunctionModel = {
  what: 'sets the notifications of its bucket as its Python function does; events reach functions of this cloud only',
  create: (resource, cloud) => {
    assertAcceptable(resource, cloud);
    // The function answers with the logical id, which keeps it for good.
    return { physicalId: resource.logicalId, attributes: {} };
  },
  update: (resource, _before, cloud): Made => {
    assertAcceptable(resource, cloud);
    return { attributes: {} };
  },
};

/** What PutBucketNotificationConfiguration refuses. @throws ResourceFailure */
function assertAcceptable({ account, region, properties }: ExistingResource, cloud: Cloud): void {
  const name = textAt(properties, 'BucketName') ?? '';
  if (!cloud.buckets.has(name)) throw failed('NoSuchBucket', 'The specified bucket does not exist');
  const configuration = properties['NotificationConfiguration'];
  if (!isObject(configuration) || textAt(properties, 'SkipDestinationValidation') === 'true') return;
  for (const [list, field, type] of destinations) {
    for (const entry of listAt(configuration, list)) {
      const arn = textAt(entry, field) ?? '';
      const known = cloud.registry.list(type, account, region).some((resource) => resource.arn === arn);
      // What another account owns is not seen from here.
      if (!known && arn.split(':')[4] === account)
        throw failed('InvalidArgument', `Unable to validate the following destination configurations: ${arn}`);
    }
  }
}

function failed(code: string, message: string): ResourceFailure {
  return new ResourceFailure(
    `Received response status [FAILED] from custom resource. Message returned: Error: An error occurred (${code}) when calling the PutBucketNotificationConfiguration operation: ${message}. `,
  );
}
