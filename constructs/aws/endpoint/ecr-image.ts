/** Where a container image lies in Amazon ECR. */
export interface EcrImage {
  readonly account: string;
  readonly region: string;
  readonly repositoryName: string;
}

const ecrUri = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([a-z0-9._/-]+)[@:].+$/;

/**
 * Reads account, region and repository out of an ECR image URI, so that a role may pull that repository and no other.
 *
 * @throws when the URI does not point into ECR: SageMaker pulls from nowhere else without registry credentials
 */
export function parseEcrImage(uri: string): EcrImage {
  const [, account, region, repositoryName] = ecrUri.exec(uri) ?? [];
  if (account === undefined || region === undefined || repositoryName === undefined) {
    throw new Error(
      `got image ${JSON.stringify(uri)}, expected <account>.dkr.ecr.<region>.amazonaws.com/<repository>@sha256:<digest>; copy the image to ECR`,
    );
  }
  return { account, region, repositoryName };
}
