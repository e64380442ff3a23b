import type { Issue } from '../../platform';
import type { AwsContext } from '../context';
import { awsName } from '../context';
import { parameterPrefix } from './hand-offs';

/** Weights that the config places in a bucket. */
interface PlacedWeights {
  /** Path of the location in the spec. */
  readonly path: string;
  readonly bucket: string;
  /** Prefix in the bucket. */
  readonly prefix: string;
  readonly keyArn: string | undefined;
}

/** Weights that the config places in the artifact bucket of an environment. */
export function weightsInBucketOf(context: AwsContext): readonly PlacedWeights[] {
  const own = awsName(context, 's3-bucket', 'artifacts').value;
  return placedWeights(context).filter(({ bucket }) => bucket === own);
}

/**
 * Weights in the bucket of another environment without the key that encrypts them. Every bucket of a platform has the
 * customer key of its environment, so an endpoint elsewhere could list the files and not read them.
 */
export function sharedWeightsIssues(context: AwsContext): readonly Issue[] {
  const others = otherEnvironments(context);
  return placedWeights(context).flatMap(({ path, bucket, keyArn }): readonly Issue[] => {
    const other = others.find((environment) => awsName(environment, 's3-bucket', 'artifacts').value === bucket);
    if (other === undefined || keyArn !== undefined) return [];
    const { account, region } = other.target;
    return [
      {
        code: 'MissingWeightsKey',
        path: `${path}.s3KeyArn`,
        message: `'${context.key}' reads these weights from the bucket of '${other.key}', whose key encrypts them`,
        expected: `the ARN of the key of '${other.key}'`,
        fix: `deploy the foundation of '${other.key}', then write what 'aws ssm get-parameter --name ${parameterPrefix(other).value}/foundation/key-arn --query Parameter.Value' prints in account ${account}, ${region}`,
      },
    ];
  });
}

type NamedEnvironment = Pick<AwsContext, 'platform' | 'key' | 'target'>;

function otherEnvironments({ platform, key }: AwsContext): readonly NamedEnvironment[] {
  return Object.entries(platform.environments).flatMap(([other, { aws }]) =>
    aws === undefined || other === key ? [] : [{ platform, key: other, target: aws }],
  );
}

function placedWeights({ platform }: AwsContext): readonly PlacedWeights[] {
  const ofModels = Object.entries(platform.models).map(
    ([key, model]) => [`models.${key}.artifact`, model.kind === 'open-weights' ? model.artifact : undefined] as const,
  );
  const ofFormats = Object.entries(platform.endpoints).flatMap(([key, { quantisation = {} }]) =>
    Object.entries(quantisation).map(
      ([format, artifact]) => [`endpoints.${key}.quantisation.${format}`, artifact] as const,
    ),
  );
  return [...ofModels, ...ofFormats].flatMap(([path, artifact]) => {
    const [, bucket, prefix] = /^s3:\/\/([^/]+)\/(.*)$/.exec(artifact?.s3Uri ?? '') ?? [];
    return bucket === undefined || prefix === undefined ? [] : [{ path, bucket, prefix, keyArn: artifact?.s3KeyArn }];
  });
}
