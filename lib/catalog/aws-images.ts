import type { RegistryAccountRow } from './row-types';
import { registryAccounts } from './rows/registry-accounts';

/** Repositories of the algorithms' registry; every other one is of the Deep Learning Containers. */
const algorithmRepositories = /^(tei|tei-cpu|sagemaker-xgboost|sagemaker-scikit-learn)$/;

/** Who publishes images of AWS's repository in a region. Undefined where that is unknown. */
export function registryAccount(region: string, repository: string): RegistryAccountRow | undefined {
  const family = algorithmRepositories.test(repository) ? 'algorithms' : 'deep-learning';
  return registryAccounts.find((row) => row.region === region && row.family === family);
}

/** Regions in which AWS is known to publish a repository, in alphabetical order. */
export function registryRegions(repository: string): readonly string[] {
  return [...new Set(registryAccounts.map(({ region }) => region))]
    .filter((region) => registryAccount(region, repository) !== undefined)
    .sort();
}

/**
 * URI of an image that AWS publishes, in the registry of the region that runs it. Serving and training images of the Deep
 * Learning Containers are published by the same account.
 *
 * @param repository - for example `vllm`
 * @param digest - `sha256:` and 64 hexadecimal digits
 * @returns undefined where the account of the region is unknown
 */
export function deepLearningImage(region: string, repository: string, digest: string): string | undefined {
  const row = registryAccount(region, repository);
  if (row === undefined) return undefined;
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return `${row.account}.dkr.ecr.${region}.${suffix}/${repository}@${digest}`;
}
