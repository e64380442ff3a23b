import type { AwsContext } from '../context';
import { awsName } from '../context';
import type { Decision } from '../decision';
import { decide } from '../decision';
import { registryModels } from '../entries';
import type { AwsIntegrationPlan } from './aws-plan';

/** Artifacts, images, releases and model versions. */
export function integration(context: AwsContext): AwsIntegrationPlan {
  return {
    artifactBucketName: awsName(context, 's3-bucket', 'artifacts'),
    repositoryName: awsName(context, 'ecr-repository'),
    releaseTableName: awsName(context, 'dynamodb-table', 'releases'),
    modelPackageGroups: Object.fromEntries(
      registryModels(context).map((key) => [
        key,
        {
          groupName: awsName(context, 'sagemaker-model-package-group', key),
          description: description(context, key),
          consumerAccounts: consumerAccounts(context),
        },
      ]),
    ),
  };
}

function description(context: AwsContext, key: string): Decision<string> {
  return decide(
    `Versions of the model '${key}' of ${context.platform.name}`,
    'registry.description',
    'SageMaker cannot change the description of a group: id and revision of the model are in its versions, because they change',
  );
}

/** Other accounts of the environments promoted from this one: they read the model versions. */
function consumerAccounts({ platform, key, target }: AwsContext): Decision<readonly string[]> {
  const promoted = Object.entries(platform.environments).filter(([, { promotesFrom }]) => promotesFrom === key);
  const accounts = promoted.flatMap(([, { aws }]) =>
    aws === undefined || aws.account === target.account ? [] : [aws.account],
  );
  const names = promoted.map(([name]) => `'${name}'`).join(', ');
  return decide(
    [...new Set(accounts)].toSorted(),
    'registry.consumers',
    promoted.length === 0
      ? `no environment is promoted from '${key}'`
      : `${names} are promoted from '${key}' and read its model versions`,
  );
}
