import { CodedError } from '../../../lib/messages';

/** Location of a container image in Amazon ECR. */
export interface EcrImage {
  /** Account id, 12 digits. */
  readonly account: string;
  readonly region: string;
  readonly repositoryName: string;
}

const ecrUri = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([a-z0-9._/-]+)[@:].+$/;

/**
 * Account, region and repository of an ECR image URI, for a role that may pull from this repository only.
 *
 * @param place - path of the construct that has the image, for the error
 * @throws CodedError `InvalidImageUri` when the image is not in ECR: SageMaker pulls from other registries only with
 * credentials
 */
export function parseEcrImage(place: string, uri: string): EcrImage {
  const [, account, region, repositoryName] = ecrUri.exec(uri) ?? [];
  if (account === undefined || region === undefined || repositoryName === undefined) {
    throw new CodedError('InvalidImageUri', {
      place: `${place}: imageUri`,
      message: 'the image is not in Amazon ECR',
      got: uri,
      expected: '<account>.dkr.ecr.<region>.amazonaws.com/<repository>@sha256:<digest>',
      fix: 'copy the image to ECR',
    });
  }
  return { account, region, repositoryName };
}
