/** Account of AWS's Deep Learning Containers in most regions. */
const commonAccount = '763104351884';
/** Regions of the catalogue where another account publishes them. */
const otherAccounts: Readonly<Record<string, string>> = {
  'eu-central-2': '380420809688',
  'eu-south-1': '692866216735',
  'eu-south-2': '503227376785',
};

/**
 * URI of an image of AWS's Deep Learning Containers, in the registry of the region that runs it. Serving and training
 * images are published by the same account.
 *
 * Source: aws/deep-learning-containers, available_images.md, as of 2026-11.
 *
 * @param repository - for example `vllm`
 * @param digest - `sha256:` and 64 hexadecimal digits
 */
export function deepLearningImage(region: string, repository: string, digest: string): string {
  return `${otherAccounts[region] ?? commonAccount}.dkr.ecr.${region}.amazonaws.com/${repository}@${digest}`;
}
