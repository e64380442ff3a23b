import { catalog } from '../../../lib/catalog';
import { deepLearningImage, registryAccount, registryRegions } from '../../../lib/catalog/aws-images';
import { registryAccounts } from '../../../lib/catalog/rows/registry-accounts';
import { digest } from '../../helpers/platform';
import { tableProblems } from '../../helpers/row-problems';

test('a row has a region, a family and an account of twelve digits', () => {
  expect(tableProblems(registryAccounts, ({ family, region }) => `${family} ${region}`)).toEqual([]);
  expect(registryAccounts.filter(({ account }) => !/^\d{12}$/.test(account))).toEqual([]);
});

test('the two families are in 36 and 29 regions, and 20 of the 36 have another account than most', () => {
  const of = (repository: string) =>
    registryRegions(repository).map((region) => registryAccount(region, repository)?.account);
  expect([of('vllm').length, of('tei').length]).toEqual([36, 29]);
  expect(of('vllm').filter((account) => account !== '763104351884')).toHaveLength(20);
  expect(of('tei')).not.toContain('763104351884');
});

test.each([
  ['eu-central-1', 'vllm', '763104351884.dkr.ecr.eu-central-1.amazonaws.com/vllm'],
  ['eu-south-1', 'pytorch-training', '692866216735.dkr.ecr.eu-south-1.amazonaws.com/pytorch-training'],
  ['eu-south-2', 'vllm', '503227376785.dkr.ecr.eu-south-2.amazonaws.com/vllm'],
  ['eu-central-2', 'sglang', '380420809688.dkr.ecr.eu-central-2.amazonaws.com/sglang'],
  ['il-central-1', 'vllm', '780543022126.dkr.ecr.il-central-1.amazonaws.com/vllm'],
  ['ca-west-1', 'vllm', '204538143572.dkr.ecr.ca-west-1.amazonaws.com/vllm'],
  ['ap-northeast-3', 'vllm', '364406365360.dkr.ecr.ap-northeast-3.amazonaws.com/vllm'],
  ['us-east-1', 'tei', '683313688378.dkr.ecr.us-east-1.amazonaws.com/tei'],
  ['eu-central-1', 'tei-cpu', '492215442770.dkr.ecr.eu-central-1.amazonaws.com/tei-cpu'],
  ['cn-north-1', 'vllm', '727897471807.dkr.ecr.cn-north-1.amazonaws.com.cn/vllm'],
])('in %s, %s is pulled from the account that publishes it', (region, repository, image) => {
  expect(deepLearningImage(region, repository, digest('a'))).toBe(`${image}@${digest('a')}`);
});

test.each([
  ['us-gov-west-1', 'vllm'],
  ['mx-central-1', 'tei'],
])('in %s, who publishes %s is unknown', (region, repository) => {
  expect(deepLearningImage(region, repository, digest('a'))).toBeUndefined();
});

test('every AWS region of the catalogue has a known registry of the Deep Learning Containers', () => {
  const regions = catalog.regions.filter(({ cloud }) => cloud === 'aws').map(({ id }) => id);
  expect(regions.filter((region) => registryAccount(region, 'vllm') === undefined)).toEqual([]);
});
