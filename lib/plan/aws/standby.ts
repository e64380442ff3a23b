import type { AwsStandby, AwsTarget, Result } from '../../platform';
import { failure, success } from '../../platform';
import type { AwsContext } from '../context';
import { awsName } from '../context';
import type { Decision } from '../decision';
import { cite, decide, derive, pinned, withRejected } from '../decision';
import { planEndpoints } from '../endpoint/plan-endpoints';
import { awsKnowledge } from '../entries';
import { keyRotationDays, untaggedImageDays } from '../retention';
import { standbyPlace } from '../standby-place';
import type { PlannedThere } from '../standby-serving';
import { standbyEndpoints, standbyServing } from '../standby-serving';
import type { AwsPlan } from './aws-plan';
import { planAwsEndpoint } from './endpoint';
import { integration } from './integration';
import { partitionOf } from './partition';
import { notReplicated, replicated } from './standby-assets';
import type { AwsStandbyPlan, AwsStandbyStackPlan } from './standby-plan';

/** The second region of an environment; nothing where the config names none. */
export function awsStandby(context: AwsContext): Result<Pick<AwsPlan, 'standby'>> {
  const { standby } = context.target;
  if (standby === undefined) return success({});
  const path = `environments.${context.key}.aws.standby`;
  const region = standbyPlace(context, 'aws', standby.region, `${path}.region`);
  if (!region.ok) return failure(region.issues);
  const there = inRegion(context, region.value);
  const serving = standbyServing({
    wanted: standby.serving,
    place: region.value.id,
    path: `${path}.region`,
    planned: endpointsThere(there),
  });
  if (!serving.ok) return failure(serving.issues);
  const stack = standbyStack(context, there, standby);
  const copies = destinations(there, path, standby, stack);
  const images = imageReplication(context, path, standby);
  const plan = {
    region: pinned(standby.region, `${path}.region`),
    ...copies,
    ...(stack === undefined ? {} : { stack }),
    images,
  };
  return success({
    standby: {
      ...plan,
      replicated: replicated(context, plan),
      notReplicated: notReplicated(there, plan),
      ...serving.value,
    },
  });
}

/** The environment as it would be in another region. Quotas are of a region; those of the second are unknown. */
function inRegion(context: AwsContext, region: AwsContext['region']): AwsContext {
  const { account, registry } = context.target;
  const target: AwsTarget = { account, region: region.id, ...(registry === undefined ? {} : { registry }) };
  return { ...context, target, region, places: { ...context.places, aws: region.id } };
}

/** The endpoints in the second region; undefined where the environment has none. */
function endpointsThere(there: AwsContext): PlannedThere | undefined {
  if (there.endpoints.aws.length === 0) return undefined;
  const planned = planEndpoints('aws', there, planAwsEndpoint);
  return planned.ok ? success(standbyEndpoints(planned.value)) : planned;
}

/** Where copies go: what the company gives, or what the stack of the second region creates. */
function destinations(
  there: AwsContext,
  path: string,
  { bucketArn, keyArn }: AwsStandby,
  stack: AwsStandbyStackPlan | undefined,
): Pick<AwsStandbyPlan, 'bucketArn' | 'keyArn' | 'documentsBucketArn'> {
  const { account, region } = there.target;
  const partition = partitionOf(region);
  const ofBucket = (name: Decision<string>): Decision<string> => derive(name, `arn:${partition}:s3:::${name.value}`);
  const { artifactBucketName, documentsBucketName, key } = stack ?? {};
  return {
    bucketArn:
      artifactBucketName === undefined ? pinned(bucketArn ?? '', `${path}.bucketArn`) : ofBucket(artifactBucketName),
    keyArn:
      key === undefined
        ? pinned(keyArn ?? '', `${path}.keyArn`)
        : cite(
            `arn:${partition}:kms:${region}:${account}:${key.keyAlias.value}`,
            'standby.key-by-alias',
            'the alias is known before the key exists, so no value crosses regions; S3 takes the ARN of an alias for copies',
            { source: 'API reference of S3, EncryptionConfiguration of a replication destination', asOf: '2026-12-01' },
          ),
    ...(documentsBucketName === undefined ? {} : { documentsBucketArn: ofBucket(documentsBucketName) }),
  };
}

/** What the kit creates in the second region; nothing where bucket and key are given and images are not the kit's to copy. */
function standbyStack(
  context: AwsContext,
  there: AwsContext,
  { bucketArn, registryReplication }: AwsStandby,
): AwsStandbyStackPlan | undefined {
  if (bucketArn !== undefined && registryReplication === undefined) return undefined;
  const { repositoryName } = integration(context);
  return {
    stackName: awsName(there, 'cloudformation-stack', 'standby'),
    ...(bucketArn === undefined
      ? {
          key: { keyAlias: standbyKey(there), rotationDays: keyRotationDays(context.platform) },
          artifactBucketName: awsName(there, 's3-bucket', 'artifacts'),
          ...(awsKnowledge(context).length === 0
            ? {}
            : { documentsBucketName: awsName(there, 's3-bucket', 'knowledge') }),
        }
      : {}),
    ...(context.target.registry === undefined
      ? {
          repository: {
            // ECR keeps the name of a repository in every region.
            repositoryName: derive(repositoryName, repositoryName.value),
            untaggedImageDays: untaggedImageDays(context.environment.tier),
          },
        }
      : {}),
  };
}

function standbyKey(there: AwsContext): Decision<string> {
  return withRejected(awsName(there, 'kms-alias', 'standby'), [
    {
      value: 'a replica of the key of the first region',
      reason:
        'a key cannot become a multi-Region key after it is made, so the key of all data would be replaced; and S3 and ECR decrypt with the key of one region and encrypt with the key of the other',
      possible: false,
    },
  ]);
}

function imageReplication(
  context: AwsContext,
  path: string,
  { region, registryReplication }: AwsStandby,
): AwsStandbyPlan['images'] {
  const { account, region: first } = context.target;
  const { value: filter } = integration(context).repositoryName;
  return {
    replication:
      registryReplication === undefined
        ? decide(
            'not-ours',
            'standby.registry-replication',
            `ECR has one replication configuration for account ${account} in ${first}: the kit's would replace what is there`,
            [{ value: 'ours', reason: `only with ${path}.registryReplication: 'ours'` }],
          )
        : pinned('ours', `${path}.registryReplication`),
    rule: decide(
      {
        destinations: [{ region, registryId: account }],
        repositoryFilters: [{ filter, filterType: 'PREFIX_MATCH' }],
      },
      'standby.registry-rule',
      `it copies what is pushed from then on to every repository of the registry whose name begins with ${filter}`,
    ),
  };
}
