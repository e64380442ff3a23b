import type { AwsContext } from '../context';
import { awsName } from '../context';
import type { Decision } from '../decision';
import { decide, pinned } from '../decision';
import { registryModels, tuningJobs } from '../entries';
import { untaggedImageDays } from '../retention';
import type { AwsIntegrationPlan } from './aws-plan';
import { weightsInBucketOf } from './shared-weights';
import { tuningOutputPrefix } from './tuning';

/** Where weights are stored by id and revision: see `weightsInS3`. */
const weightsPrefix = 'models/';

/** Artifacts, images, releases and model versions. */
export function integration(context: AwsContext): AwsIntegrationPlan {
  return {
    artifactBucketName: awsName(context, 's3-bucket', 'artifacts'),
    ...repository(context),
    untaggedImageDays: untaggedImageDays(context.environment.tier),
    releaseTableName: awsName(context, 'dynamodb-table', 'releases'),
    consumerAccounts: consumerAccounts(context),
    sharedPrefixes: sharedPrefixes(context),
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

function repository(context: AwsContext): Pick<AwsIntegrationPlan, 'repositoryName' | 'existingRepository'> {
  const { registry } = context.target;
  if (registry === undefined) return { repositoryName: awsName(context, 'ecr-repository') };
  const path = `environments.${context.key}.aws.registry.repositoryName`;
  return { repositoryName: pinned(registry.repositoryName, path), existingRepository: pinned(true, path) };
}

function description(context: AwsContext, key: string): Decision<string> {
  return decide(
    `Versions of the model '${key}' of ${context.platform.name}`,
    'registry.description',
    'SageMaker cannot change the description of a group: id and revision of the model are in its versions, because they change',
  );
}

/** Other accounts of the environments that are promoted from this one or load weights from its bucket. */
export function consumerAccounts(context: AwsContext): Decision<readonly string[]> {
  const { platform, key, target } = context;
  const promoted = Object.entries(platform.environments).filter(([, { promotesFrom }]) => promotesFrom === key);
  const readers = weightsInBucketOf(context).length === 0 ? [] : Object.entries(platform.environments);
  const accounts = [...promoted, ...readers].flatMap(([, { aws }]) =>
    aws === undefined || aws.account === target.account ? [] : [aws.account],
  );
  const names = promoted.map(([name]) => `'${name}'`).join(', ');
  const reasons = [
    promoted.length === 0
      ? `no environment is promoted from '${key}'`
      : `${names} are promoted from '${key}' and read its model versions, images and weights`,
    ...(readers.length === 0 ? [] : ['the config names its bucket as the place of weights for all environments']),
  ];
  return decide([...new Set(accounts)].toSorted(), 'registry.consumers', reasons.join('; '));
}

function sharedPrefixes(context: AwsContext): Decision<readonly string[]> {
  const candidates = tuningJobs(context).map(([key]) => tuningOutputPrefix(key));
  const named = weightsInBucketOf(context).map(({ prefix }) => prefix);
  const others = named.filter((prefix) => !prefix.startsWith(weightsPrefix));
  return decide(
    [...new Set([weightsPrefix, ...candidates, ...others])],
    'registry.shared-prefixes',
    'weights and candidates, and no training data',
  );
}
