import { tokenPricesIn } from '../../catalog/managed-models';
import type { AwsContext } from '../context';
import type { Decision } from '../decision';
import { decide } from '../decision';
import { awsKnowledge, registryModels } from '../entries';
import type { ReplicatedAsset, UnreplicatedAsset } from '../standby-plan';
import type { AwsStandbyPlan } from './standby-plan';

/** What decides which assets are copied. */
type Copies = Pick<AwsStandbyPlan, 'region' | 'bucketArn' | 'documentsBucketArn' | 'stack' | 'images'>;

const s3Lag = {
  lag: 'depends on the size of an object: hours for a large one',
  source: 'user guide of S3, "Additional considerations" of replication, read 2026-12-01',
};
const ecrLag = {
  lag: 'most images in less than 30 minutes, some later',
  source: 'user guide of ECR, "Private image replication" (awsdocs/amazon-ecr-user-guide 1e8d7c3), read 2026-12-01',
};

/** What is copied to the second region, by what, and how long it takes. */
export function replicated(
  context: AwsContext,
  { region, bucketArn, documentsBucketArn, images }: Copies,
): Decision<readonly ReplicatedAsset[]> {
  const keys = awsKnowledge(context).map(([key]) => key);
  const rows: readonly ReplicatedAsset[] = [
    { what: 'weights, training data and candidates', by: `S3 replication to ${bucketName(bucketArn.value)}`, ...s3Lag },
    ...(documentsBucketArn === undefined
      ? []
      : [
          {
            what: `documents of ${keys.join(', ')}`,
            by: `S3 replication to ${bucketName(documentsBucketArn.value)}`,
            ...s3Lag,
          },
        ]),
    ...(images.replication.value === 'ours'
      ? [{ what: 'images', by: `ECR replication to the registry in ${region.value}`, ...ecrLag }]
      : []),
  ];
  return decide(
    rows,
    'standby.replicated',
    'each copies what is written after it is configured: what was written just before a loss may be missing',
  );
}

function bucketName(arn: string): string {
  return arn.split(':').at(-1) ?? arn;
}

/** What is not in the second region after a loss, why, and what to do about it. */
export function notReplicated(there: AwsContext, copies: Copies): Decision<readonly UnreplicatedAsset[]> {
  return decide(
    [
      {
        what: 'objects from before the replication',
        why: 'S3 copies what is written after it is configured',
        how: 'copy them once with S3 Batch Replication',
      },
      images(copies),
      ...knowledge(there, copies),
      ...state(there),
      ...placed(there, copies),
    ],
    'standby.by-hand',
    'nothing of it is there after the loss of the region',
  );
}

function images({ images: { replication } }: Copies): UnreplicatedAsset {
  return replication.value === 'ours'
    ? {
        what: 'images from before the replication',
        why: 'ECR copies what is pushed after it is configured',
        how: 'push them again',
      }
    : {
        what: 'images',
        why: "ECR has one replication configuration for each account and region, and the config does not say that it is the kit's to write",
        how: "the owner of the registry adds standby.images.rule of the plan, or the config says registryReplication: 'ours'",
      };
}

function knowledge(there: AwsContext, { documentsBucketArn }: Copies): readonly UnreplicatedAsset[] {
  const bases = awsKnowledge(there);
  if (bases.length === 0) return [];
  const keys = bases.map(([key]) => key).join(', ');
  return [
    ...(documentsBucketArn === undefined
      ? [
          {
            what: `documents of ${keys}`,
            why: 'the bucket that is given takes artifacts',
            how: 'push them again, or let the kit create the buckets of the second region',
          },
        ]
      : []),
    ...bases.map(([key, { embedding }]): UnreplicatedAsset => ({
      what: `vectors of ${key}`,
      why: 'the API of S3 Vectors has no snapshot and no replication of an index',
      how: reindex(there, embedding),
    })),
  ];
}

/** What building an index again costs. The documents are not known to the plan. */
function reindex({ catalog, platform, region }: AwsContext, embedding: string): string {
  const model = platform.models[embedding];
  const row = catalog.managedModels.find(
    ({ service, id }) => service === 'bedrock' && model?.kind === 'bedrock' && id === model.id,
  );
  if (row === undefined) return 'ingest the documents there again';
  const [offer] = row.versions.flatMap(({ offers }) =>
    offers.filter(({ sku, regions }) => sku === 'in-region' && regions.includes(region.id)),
  );
  if (offer === undefined) return `ingest the documents in a region that has ${row.id}: ${region.id} does not`;
  const prices = tokenPricesIn(row, region.id, offer);
  const price =
    prices === undefined ? 'at a price that is not known' : `for $${prices.usdPerMillionInputTokens} a million tokens`;
  return `ingest the documents there again with ${row.id} ${price}; how long it takes depends on the documents, which the plan does not know`;
}

function state(there: AwsContext): readonly UnreplicatedAsset[] {
  return [
    {
      what: 'release table',
      why: 'copies of a DynamoDB table need a global table, which CloudFormation would create in place of the table',
      how: 'make releases again in the second region',
    },
    ...(registryModels(there).length === 0
      ? []
      : [
          {
            what: 'model package groups',
            why: 'SageMaker keeps versions in their region',
            how: 'register the replicated candidates again',
          },
        ]),
    {
      what: 'prompts and guardrails',
      why: 'the platform declares none: they are in the code of applications, or were made without the kit',
      how: 'deploy the same versions in both regions',
    },
    { what: 'logs', why: 'CloudWatch Logs keeps a group in its region', how: 'nothing: a new group begins empty' },
  ];
}

function placed(there: AwsContext, { stack }: Copies): readonly UnreplicatedAsset[] {
  const how = 'deploy an environment with this region as its own';
  return [
    {
      what: 'network, alarms and hand-offs',
      why: `they name resources of the first region${stack === undefined ? '' : '; hand-offs of the copies are there'}`,
      how,
    },
    ...(there.endpoints.aws.length === 0
      ? []
      : [
          {
            what: 'endpoints and the quota of their machines',
            why: 'a deployed endpoint is billed, and needs network and quota of its region',
            how: `ask for quota in advance, and ${how}`,
          },
        ]),
  ];
}
