import { Fn, Token } from 'aws-cdk-lib';
import { CodedError } from '../../../lib/messages';

/** Location of a container image in Amazon ECR. Each part may be known only at deployment. */
export interface EcrImage {
  /** Account id, 12 digits. */
  readonly account: string;
  readonly region: string;
  readonly repositoryName: string;
}

/** A part of a URI that is known only at deployment. */
const token = String.raw`\$\{Token\[[^\]]*\]\}`;
const ecrUri = new RegExp(
  `^(\\d{12}|${token})\\.dkr\\.ecr\\.([a-z0-9-]+|${token})\\.(?:amazonaws\\.com(?:\\.cn)?|${token})/((?:[a-z0-9._/-]|${token})+)[@:].+$`,
);
/** A whole URI of a repository that is known only at deployment, such as a parameter, and an image of it. */
const oneToken = new RegExp(`^${token}[@:].+$`);

/**
 * Account, region and repository of an ECR image URI. The URI may be that of a repository of the same app:
 * `images.resource.repositoryUriForDigest(digest)`.
 *
 * @returns undefined when the image is not in ECR
 */
export function ecrImageOf(uri: string): EcrImage | undefined {
  const [, account, region, repositoryName] = ecrUri.exec(uri) ?? [];
  if (account !== undefined && region !== undefined && repositoryName !== undefined) {
    return { account, region, repositoryName };
  }
  if (!Token.isUnresolved(uri) || !oneToken.test(uri)) return undefined;
  // CloudFormation takes it apart. A repository name may have slashes, so it is what follows the host.
  const [repositoryUri = uri] = uri.split(/(?<=\})[@:]/);
  const host = Fn.split('.', repositoryUri);
  return {
    account: Fn.select(0, host),
    region: Fn.select(3, host),
    repositoryName: Fn.select(1, Fn.split('.amazonaws.com/', repositoryUri)),
  };
}

/**
 * Account, region and repository of an ECR image URI, for a role that may pull from this repository only.
 *
 * @param place - path of the construct that has the image, for the error
 * @throws CodedError `InvalidImageUri` when the image is not in ECR: SageMaker pulls from other registries only with
 * credentials
 */
export function parseEcrImage(place: string, uri: string): EcrImage {
  const image = ecrImageOf(uri);
  if (image !== undefined) return image;
  throw new CodedError('InvalidImageUri', {
    place: `${place}: imageUri`,
    message: 'the image is not in Amazon ECR',
    // A token would show as text of the CDK, which says nothing.
    got: Token.isUnresolved(uri) ? 'a value that is known at deployment' : uri,
    expected: '<account>.dkr.ecr.<region>.amazonaws.com/<repository>@sha256:<digest>',
    fix: 'copy the image to ECR',
  });
}
