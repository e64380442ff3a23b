import type { AssetState } from '../../assets/asset-state';
import { missing, present, unverified } from '../../assets/asset-state';
import type { ImageRepository } from '../../assets/ports';
import { OciRepository } from '../oci';
import type { AwsClientOptions } from './client-options';
import { clientConfig, loadSdk } from './client-options';

const load = () => loadSdk('@aws-sdk/client-ecr', () => import('@aws-sdk/client-ecr'));

/** A private registry of ECR: of an account, in a region. */
export interface EcrRegistry {
  readonly account: string;
  readonly region: string;
}

/** A repository of ECR, with the login of the caller. A login of one account pulls from others that allow it. */
export function ecrRepository(
  options: AwsClientOptions,
  { account, region }: EcrRegistry,
  repository: string,
): ImageRepository {
  const registry = `${account}.dkr.ecr.${region}.amazonaws.com`;
  let login: Promise<string> | undefined;
  return new OciRepository({
    address: options.local?.endpoint ?? `https://${registry}`,
    registry,
    repository,
    authorization: () => (login ??= loginOf(options)),
  });
}

async function loginOf(options: AwsClientOptions): Promise<string> {
  const { ECRClient, GetAuthorizationTokenCommand } = await load();
  const { authorizationData = [] } = await new ECRClient(clientConfig(options)).send(
    new GetAuthorizationTokenCommand({}),
  );
  return `Basic ${authorizationData[0]?.authorizationToken ?? ''}`;
}

/** Whether a registry of another account has an image that the caller may pull. */
export async function publishedImageState(
  options: AwsClientOptions,
  { account }: EcrRegistry,
  { repository, digest, fix }: { readonly repository: string; readonly digest: string; readonly fix: string },
): Promise<AssetState> {
  if (options.local !== undefined) return unverified(`the local cloud has no registry of account ${account}`);
  const { ECRClient, BatchGetImageCommand } = await load();
  const { images = [], failures = [] } = await new ECRClient(clientConfig(options)).send(
    new BatchGetImageCommand({
      registryId: account,
      repositoryName: repository,
      imageIds: [{ imageDigest: digest }],
    }),
  );
  if (images.length > 0) return present;
  return missing(
    `account ${account} has no ${repository}@${digest}: ${failures[0]?.failureReason ?? 'not found'}`,
    fix,
  );
}

/**
 * Whether a pull-through cache of the account has an image. It is looked for without a pull, which would fetch it.
 *
 * @param pull - the command that makes the first pull
 */
export async function cachedImageState(
  options: AwsClientOptions,
  { account, region }: EcrRegistry,
  { repository, digest, pull }: { readonly repository: string; readonly digest: string; readonly pull: string },
): Promise<AssetState> {
  const { DescribeImagesCommand, ECRClient } = await load();
  try {
    await new ECRClient({ ...clientConfig(options), region }).send(
      new DescribeImagesCommand({
        registryId: account,
        repositoryName: repository,
        imageIds: [{ imageDigest: digest }],
      }),
    );
    return present;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name !== 'RepositoryNotFoundException' && name !== 'ImageNotFoundException') throw error;
    return missing(`nobody has pulled ${digest} through the cache ${repository} yet`, pull);
  }
}
