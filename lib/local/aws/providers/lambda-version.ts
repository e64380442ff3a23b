import { scalarText } from '../../../constraints/json';
import { ServiceError } from '../errors';
import { aliasesOf, findFunctionResource } from '../functions/find-function';
import { publishedVersions, publishVersion, unpublish } from '../functions/published-versions';
import type { Cloud } from '../state/cloud';
import type { ExistingResource } from '../state/registry';
import type { Provider } from './provider';
import { ResourceFailure } from './provider';

/** `AWS::Lambda::Version`: publishes its function as it is then. Lambda decides the number. */
export const lambdaVersionProvider: Provider = {
  create: (resource, cloud) => {
    const { version, fresh } = publishVersion(
      functionOf(resource, cloud),
      scalarText(resource.properties['Description']) ?? '',
      cloud,
    );
    // Words of the service: aws/aws-cdk#11537 and others, "A version for this Lambda function exists".
    if (!fresh)
      throw new ResourceFailure(
        `Resource handler returned message: "A version for this Lambda function exists ( ${version.number} ). Modify the function to create a new version." (HandlerErrorCode: AlreadyExists)`,
      );
    const { arn, number } = version;
    return { physicalId: arn, attributes: { Version: number, FunctionArn: arn } };
  },
  remove: (resource, cloud) => {
    unpublish(resource, resource.physicalId, cloud);
    return undefined;
  },
};

/** `AWS::Lambda::Function`: its versions go with it, and so do the aliases that no stack has. */
export const lambdaFunctionProvider: Provider = {
  remove: (resource, cloud) => {
    for (const { arn } of publishedVersions(cloud.registry, resource)) unpublish(resource, arn, cloud);
    for (const alias of aliasesOf(cloud.registry, resource)) if (alias.stackId === '') cloud.registry.remove(alias);
    return undefined;
  },
};

function functionOf({ account, region, properties }: ExistingResource, cloud: Cloud): ExistingResource {
  try {
    return findFunctionResource(cloud.registry, { account, region }, scalarText(properties['FunctionName']) ?? '');
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw new ResourceFailure(
      `Resource handler returned message: "${error.message} (Service: Lambda, Status Code: ${error.status})" (HandlerErrorCode: NotFound)`,
    );
  }
}
